import { type Range, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { piecesOf } from '../pieces-of.ts';
import type { Sql } from './embedded-rows.ts';

/** Keys or prefixes asked for at a time: one question costs as much as several rows. */
const CHUNK = 500;
/** Fewer keys are asked for one by one. */
const FEWEST_KEYS = 3;

/** What SQLite's JSON would read as another text: an end of text within, half a pair. */
const ODD = /\\u(0000|d)/;

/** The rows of such a range, those of one prefix in order; `one` asks for those of a single prefix. */
export function manyRanges<Name extends TableName>(
  sql: Sql,
  { table, order, prefixes, where = {}, limit }: Range<Name>,
  one: (prefix: readonly Value[]) => Tables[Name][],
): Tables[Name][] {
  const all = (order === 'key' ? TABLES[table].key : TABLES[table].orders[order]) as readonly string[];
  const columns = all.slice(0, prefixes[0]?.length ?? 0);
  const text = `${joined(table, columns, Object.keys(where))} LIMIT ?`;
  return piecesOf(distinct(prefixes), CHUNK).flatMap((chunk) => {
    const list = listed(chunk);
    if (ODD.test(list)) return chunk.flatMap(one);
    const rows = sql(text).all(list, ...Object.values(where), limit) as Tables[Name][];
    // As many as one prefix may have: some may be missing.
    return rows.length < limit ? rows : chunk.flatMap(one);
  });
}

/** The rows of these keys. */
export function rowsOfKeys(sql: Sql, table: TableName, keys: readonly (readonly Value[])[]): Record<string, Value>[] {
  const { key } = TABLES[table];
  const one = (values: readonly Value[]) =>
    sql(`SELECT * FROM "${table}" WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`).all(
      ...values,
    ) as never[];
  return piecesOf(keys, CHUNK).flatMap((chunk) => {
    const list = listed(chunk);
    if (chunk.length < FEWEST_KEYS || ODD.test(list)) return chunk.flatMap(one);
    return sql(joined(table, key, [])).all(list) as never[];
  });
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
