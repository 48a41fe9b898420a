import { compareValues } from '../knowledge/order.ts';
import { type Range, TABLES, type TableName, type Tables, type Value } from '../knowledge/rows.ts';

/** The columns of a range's order behind its prefix. */
export function restOf<Name extends TableName>({ table, order, prefixes }: Range<Name>): readonly string[] {
  const spec = TABLES[table];
  const columns = (order === 'key' ? spec.key : spec.orders[order]) as readonly string[] | undefined;
  if (!columns) throw new Error(`${table} has no order ${order}`);
  return columns.slice(prefixes[0]?.length ?? 0);
}

/** Below this a prefix may well have more rows than are wanted of it. */
const FEWEST = 500;

/** Whether a range is of many prefixes which are expected to have few rows each: all can be asked for at once. */
export function isForMany<Name extends TableName>(range: Range<Name>): boolean {
  const { prefixes, each, after, before, descending, limit } = range;
  return each === true && prefixes.length > 1 && limit >= FEWEST && !descending && !after?.length && !before?.length;
}

/** Makes one list of what each prefix of a range gave: in the range's order and cut at its limit, unless it wants those of each. */
export function mergeRanges<Name extends TableName>(range: Range<Name>, rows: Tables[Name][]): Tables[Name][] {
  if (range.each || range.prefixes.length < 2) return rows;
  const columns = restOf(range);
  const keyOf = (row: object) => columns.map((column) => (row as Record<string, Value>)[column] as Value);
  const side = range.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => side * compareValues(a.key, b.key))
    .slice(0, range.limit)
    .map(({ row }) => row);
}
