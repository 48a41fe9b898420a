import { stringify } from 'csv-stringify/sync';

/** Rows as CSV with a head, a piece at a time. What a spreadsheet would take for a formula is told as text. */
export async function* csv(
  rows: AsyncIterable<object> | Iterable<object>,
  columns: readonly string[],
): AsyncGenerator<string> {
  const options = { columns: [...columns], escape_formulas: true };
  yield stringify([], { ...options, header: true });
  for await (const row of rows) {
    const flat = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join('; ') : value]),
    );
    yield stringify([flat], options);
  }
}
