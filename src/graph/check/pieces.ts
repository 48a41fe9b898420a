import { type RowReads, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';

/** All rows of a table in the order of their keys, some at a time. */
export async function* pieces<Name extends TableName>(
  rows: RowReads,
  table: Name,
  limit = 500,
): AsyncGenerator<Tables[Name][]> {
  let after: readonly Value[] = [];
  for (;;) {
    const found = await rows.range({ table, order: 'key', prefixes: [[]], after, limit });
    const last = found.at(-1);
    if (!last) return;
    yield found;
    if (found.length < limit) return;
    after = TABLES[table].key.map((column) => last[column as keyof Tables[Name]] as Value);
  }
}
