import { type Range, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import type { Sql } from './embedded-rows.ts';
import { quoted } from './shape.ts';

/** Prefixes asked for at a time: one question costs as much as several rows. */
const CHUNK = 64;
/** Below this a prefix may well have more rows than are wanted of it. */
const FEWEST = 500;

/** Whether a range is of many prefixes which are expected to have few rows each. */
export function isForMany<Name extends TableName>({ prefixes, each, after, before, limit }: Range<Name>): boolean {
  return each === true && prefixes.length > 1 && limit >= FEWEST && !after?.length && !before?.length;
}

/** The rows of such a range; `one` asks for those of a single prefix. */
export function manyRanges<Name extends TableName>(
  sql: Sql,
  range: Range<Name>,
  one: (prefix: readonly Value[]) => Tables[Name][],
): Tables[Name][] {
  const text = manySql(range);
  const where = Object.values(range.where ?? {}) as Value[];
  const found: Tables[Name][] = [];
  for (let at = 0; at < range.prefixes.length; at += CHUNK) {
    const chunk = range.prefixes.slice(at, at + CHUNK);
    const last = chunk.at(-1) as readonly Value[];
    const all = [...chunk, ...Array.from({ length: CHUNK - chunk.length }, () => last)].flat();
    const rows = sql(text).all(...all, ...where, range.limit) as Tables[Name][];
    // As many as one prefix may have: some may be missing.
    if (rows.length < range.limit) for (const row of rows) found.push(row);
    else for (const prefix of distinct(chunk)) found.push(...one(prefix));
  }
  return found;
}

function manySql<Name extends TableName>({ table, order, prefixes, where = {}, descending }: Range<Name>): string {
  const spec = TABLES[table];
  const columns = (order === 'key' ? spec.key : spec.orders[order]) as readonly string[];
  const length = prefixes[0]?.length ?? 0;
  const marks = `(${Array(length).fill('?').join(', ')})`;
  const rest = columns.slice(length).map((column) => `"${column}" ${descending ? 'DESC' : 'ASC'}`);
  const conditions = [
    `(${quoted(columns.slice(0, length))}) IN (VALUES ${Array(CHUNK).fill(marks).join(', ')})`,
    ...Object.keys(where).map((column) => `"${column}" = ?`),
  ];
  const sorted = rest.length ? `ORDER BY ${rest.join(', ')}` : '';
  return `SELECT * FROM "${table}" WHERE ${conditions.join(' AND ')} ${sorted} LIMIT ?`;
}

function distinct(prefixes: readonly (readonly Value[])[]): (readonly Value[])[] {
  return [...new Map(prefixes.map((prefix) => [JSON.stringify(prefix), prefix])).values()];
}
