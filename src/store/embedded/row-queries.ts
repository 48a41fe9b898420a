import { piecesOf } from '../../knowledge/pieces-of.ts';
import { type Range, TABLES, type TableName, type Value } from '../../knowledge/rows.ts';
import { isForMany, mergeRanges, restOf } from '../merge-ranges.ts';
import { quoted } from './shape.ts';
import { ODD } from './sqlite-jobs.mjs';

export type Row = Record<string, Value>;

/** A question to SQLite about one table, whose columns it gives in their order. */
export interface Query {
  readonly table: TableName;
  readonly text: string;
  readonly values: readonly Value[];
  /** Whether it is likely to be asked again as it is. */
  readonly recurs: boolean;
}

/** Puts questions, some at a time, and makes rows of what each gives: whoever runs it asks here or elsewhere. */
export type Asking = Generator<readonly Query[], Row[], Row[][]>;

/** Keys or prefixes asked for at a time: one question costs as much as several rows. */
const CHUNK = 500;
/** Fewer keys are asked for one by one. */
const FEWEST_KEYS = 3;

/** The rows of these keys. */
export function* rowsOfKeys(table: TableName, keys: readonly (readonly Value[])[]): Asking {
  const { key } = TABLES[table];
  const text = `SELECT * FROM "${table}" WHERE ${equal(key)}`;
  const queries = piecesOf(keys, CHUNK).flatMap((chunk): Query[] => {
    const list = listed(chunk);
    return chunk.length < FEWEST_KEYS || ODD.test(list)
      ? chunk.map((values) => ({ table, text, values, recurs: false }))
      : [{ table, text: joined(table, key, []), values: [list], recurs: false }];
  });
  return queries.length > 0 ? (yield queries).flat() : [];
}

/** The rows of a range, in its order; where it wants those of each prefix, those of one are in order. */
export function* rowsOfRange<Name extends TableName>(range: Range<Name>): Asking {
  const { prefixes } = range;
  if (prefixes.length === 0) return [];
  if (isForMany(range)) return yield* manyRanges(range);
  const found = (yield prefixes.map((prefix) => rangeQuery(range, prefix))).flat();
  return mergeRanges(range, found as never[]);
}

function* manyRanges<Name extends TableName>(range: Range<Name>): Asking {
  const { table, order, prefixes, where = {}, limit } = range;
  const all = (order === 'key' ? TABLES[table].key : TABLES[table].orders[order]) as readonly string[];
  const columns = all.slice(0, prefixes[0]?.length ?? 0);
  const text = `${joined(table, columns, Object.keys(where))} LIMIT ?`;
  const one = (prefix: readonly Value[]) => rangeQuery(range, prefix);
  const found: Row[] = [];
  const single: Query[] = [];
  const chunks = piecesOf(distinct(prefixes), CHUNK).flatMap((chunk) => {
    const list = listed(chunk);
    if (!ODD.test(list)) return [{ chunk, list }];
    single.push(...chunk.map(one));
    return [];
  });
  const values = Object.values(where) as Value[];
  const queries = chunks.map(({ list }) => ({ table, text, values: [list, ...values, limit], recurs: false }));
  const answers = queries.length > 0 ? yield queries : [];
  for (const [at, rows] of answers.entries()) {
    // As many as one prefix may have: some may be missing.
    if (rows.length < limit) found.push(...rows);
    else single.push(...(chunks[at] as (typeof chunks)[number]).chunk.map(one));
  }
  if (single.length > 0) for (const rows of yield single) found.push(...rows);
  return found;
}

/**
 * The rows whose columns have the values in a JSON list, one after the other: SQLite looks each up in the table or index
 * that begins with these columns, and gives what it finds there in that order.
 */
function joined(table: TableName, columns: readonly string[], where: readonly string[]): string {
  const value = (at: number) => (columns.length === 1 ? 'w.value' : `w.value ->> ${at}`);
  const conditions = [
    ...columns.map((column, at) => `t."${column}" = ${value(at)}`),
    ...where.map((column) => `t."${column}" = ?`),
  ];
  return `SELECT t.* FROM json_each(?) w CROSS JOIN "${table}" t ON ${conditions.join(' AND ')}`;
}

function listed(keys: readonly (readonly Value[])[]): string {
  return JSON.stringify(keys[0]?.length === 1 ? keys.map(([only]) => only) : keys);
}

function distinct(prefixes: readonly (readonly Value[])[]): (readonly Value[])[] {
  return [...new Map(prefixes.map((prefix) => [JSON.stringify(prefix), prefix])).values()];
}

function rangeQuery<Name extends TableName>(range: Range<Name>, prefix: readonly Value[]): Query {
  const { table, after = [], before = [], where = {}, limit } = range;
  const values = [...prefix, ...after, ...before, ...(Object.values(where) as Value[]), limit];
  return { table, text: rangeSql(range), values, recurs: true };
}

function rangeSql<Name extends TableName>(range: Range<Name>): string {
  const spec = TABLES[range.table];
  const all = (range.order === 'key' ? spec.key : (spec.orders[range.order] as readonly string[])) as readonly string[];
  const rest = restOf(range);
  const side = range.descending ? 'DESC' : 'ASC';
  const conditions = [
    ...all.slice(0, all.length - rest.length).map((column) => `"${column}" = ?`),
    ...bound(rest, range.after, '>'),
    ...bound(rest, range.before, '<'),
    ...Object.keys(range.where ?? {}).map((column) => `"${column}" = ?`),
  ];
  const where = conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
  const order = rest.length ? `ORDER BY ${rest.map((column) => `"${column}" ${side}`).join(', ')}` : '';
  return `SELECT * FROM "${range.table}" ${where} ${order} LIMIT ?`;
}

function bound(columns: readonly string[], values: readonly Value[] | undefined, sign: string): string[] {
  if (!values?.length) return [];
  return [`(${quoted(columns.slice(0, values.length))}) ${sign} (${values.map(() => '?').join(', ')})`];
}

/** The condition that columns have the values given. */
export function equal(columns: readonly string[]): string {
  return columns.map((column) => `"${column}" = ?`).join(' AND ');
}
