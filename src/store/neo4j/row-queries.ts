import { piecesOf } from '../../knowledge/pieces-of.ts';
import { type Range, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { isForMany, mergeRanges } from '../merge-ranges.ts';
import type { Lists } from './ahead.ts';
import type { Hop } from './hops.ts';
import { keptOf, rowOf } from './kept-row.ts';
import { columnsOf, LABELS, orderProperty } from './labels.ts';
import { END, orderingKey, tailsOf } from './ordering-key.ts';

/** Runs one query and gives what it returns, each record as a list of its columns. */
export type Run = (text: string, parameters: Record<string, unknown>) => Promise<unknown[][]>;

/** What comes along with the rows of a query. */
export interface Along {
  readonly hops: readonly Hop[];
  readonly lists: Lists | null;
  /** Takes a row that came. */
  take(to: TableName, row: string): void;
  /** Takes the rows of lists, and which lists they are. */
  takeLists(rows: readonly string[], places: readonly string[]): void;
}

/** Nothing comes along. */
export const ALONE: Along = { hops: [], lists: null, take: () => undefined, takeLists: () => undefined };

/** The rows that have these keys. */
export async function getRows<Name extends TableName>(
  run: Run,
  table: Name,
  keys: readonly (readonly Value[])[],
  along: Along = ALONE,
): Promise<Tables[Name][]> {
  if (keys.length === 0) return [];
  const parameters = { keys: [...new Set(keys.map(orderingKey))] };
  const text = `MATCH (n:${LABELS[table]}) WHERE n.k IN $keys WITH collect(n) AS n`;
  return (await taken(run, table, { text }, parameters, along)).rows;
}

/** The rows of a range, prefixes merged. */
export async function rangeRows<Name extends TableName>(
  run: Run,
  range: Range<Name>,
  along: Along = ALONE,
): Promise<Tables[Name][]> {
  if (range.prefixes.length === 0) return [];
  if (isForMany(range)) return manyRanges(run, range, along);
  return onePerPrefix(run, range, along);
}

/** A query that finds rows as the list `n`, and what else it gives. */
interface Finding {
  readonly text: string;
  readonly told?: readonly string[];
}

/** What a query found, and what came along with it: all in one record, each row once. */
export async function taken<Name extends TableName>(
  run: Run,
  table: Name,
  { text, told = [] }: Finding,
  parameters: Record<string, unknown>,
  { hops, lists, take, takeLists }: Along,
): Promise<{ rows: Tables[Name][]; more: readonly unknown[] }> {
  const sets = [...hops, ...(lists ? [...lists.before, ...lists.after] : [])];
  const ways = [...hops, ...(lists?.before ?? [])].map(wayOf);
  const further = lists ? [lists.text, ...lists.after.map(wayOf)] : [];
  const columns = ['n', ...sets.map(({ name }) => name), ...(lists ? [lists.name] : [])];
  const asked = [...columns.map((name) => `[x IN ${name} | ${keptOf('x')}]`), ...(lists ? ['places'] : []), ...told];
  const [found] = await run([text, ...ways, ...further, `RETURN ${asked.join(', ')}`].join(' '), {
    ...parameters,
    ...lists?.parameters,
    ...((lists || sets.length > 0) && { end: END }),
  });
  const [rows, ...came] = (found as unknown[]).slice(0, asked.length - told.length) as string[][];
  for (const [at, { to }] of sets.entries()) for (const row of came[at]!) take(to, row);
  if (lists) takeLists(came.at(-2)!, came.at(-1)!);
  return { rows: rows!.map((row) => rowOf(table, row)), more: (found as unknown[]).slice(asked.length - told.length) };
}

/** A hop as a part of a query, which gives one record whether it leads anywhere or not. */
function wayOf({ from, way, name }: Hop): string {
  return `CALL (${from.join(', ')}) { UNWIND ${from.join(' + ')} AS at ${way} RETURN collect(DISTINCT to) AS ${name} }`;
}

async function onePerPrefix<Name extends TableName>(
  run: Run,
  range: Range<Name>,
  along: Along,
): Promise<Tables[Name][]> {
  const { text, parameters } = firstOf(range, 'range');
  const finding = { text: `${text} WITH collect(n) AS n` };
  return mergeRanges(range, (await taken(run, range.table, finding, parameters, along)).rows);
}

/**
 * A query that gives the first rows of a range as `n`, each with its place behind its prefix as `rest`: merged and cut, or
 * those of each prefix where the range wants that. Its parameters are in one of this name.
 */
export function firstOf<Name extends TableName>(range: Range<Name>, name: string) {
  const { table, order, prefixes, where = {}, limit, descending, each } = range;
  const property = `n.${orderProperty(order)}`;
  columnsOf(table, order);
  const conditions = [
    `${property} >= start + $${name}.low AND ${property} < start + $${name}.high`,
    ...Object.keys(where).map((column) => `n.${column} = $${name}.where.${column}`),
  ];
  const side = descending ? 'DESC' : '';
  const merged = each || prefixes.length < 2 ? 'at, rest' : 'rest';
  const text = `UNWIND range(0, size($${name}.starts) - 1) AS at
    WITH at, $${name}.starts[at] AS start
    CALL (start) {
      MATCH (n:${LABELS[table]}) WHERE ${conditions.join(' AND ')}
      RETURN n, ${property} AS place ORDER BY place ${side} LIMIT $${name}.limit
    }
    WITH n, at, substring(place, size(start)) AS rest
    WITH n, rest ORDER BY ${merged} ${side} ${merged === 'rest' ? `LIMIT $${name}.limit` : ''}`;
  // The driver sends its parameters in packets of 1,400 bytes, each of which costs: what all prefixes share goes once.
  const starts = prefixes.map(orderingKey);
  return { text, parameters: { [name]: { starts, ...tailsOf(range), limit, where } } };
}

/** Prefixes asked for at a time. */
const CHUNK = 500;

/** Rows of many prefixes which are expected to have few rows each, those of one in order. */
async function manyRanges<Name extends TableName>(run: Run, range: Range<Name>, along: Along): Promise<Tables[Name][]> {
  const { table, order, where = {}, limit } = range;
  const distinct = new Map(range.prefixes.map((prefix) => [orderingKey(prefix), prefix]));
  const conditions = [
    `n.${orderProperty(order)} STARTS WITH p`,
    ...Object.keys(where).map((column) => `n.${column} = $where.${column}`),
  ];
  const match = `UNWIND $prefixes AS p MATCH (n:${LABELS[table]}) WHERE ${conditions.join(' AND ')} WITH n LIMIT $limit
    WITH collect(n) AS n`;
  const rows: Tables[Name][] = [];
  for (const chunk of piecesOf([...distinct], CHUNK)) {
    const parameters = { prefixes: chunk.map(([key]) => key), where, limit };
    const { rows: found } = await taken(run, table, { text: match }, parameters, along);
    // As many as one prefix may have: some may be missing.
    const areAll = found.length < limit;
    const own = { ...range, prefixes: chunk.map(([, prefix]) => prefix) };
    rows.push(...(areAll ? found : await onePerPrefix(run, own, along)));
  }
  return rows;
}

/** How many rows there are. */
export async function countRows(run: Run, table: TableName, where: Partial<Tables[TableName]> = {}): Promise<number> {
  const asked = Object.keys(where).map((column) => `n.${column} = $where.${column}`);
  const condition = asked.length ? `WHERE ${asked.join(' AND ')}` : '';
  const [found] = await run(`MATCH (n:${LABELS[table]}) ${condition} RETURN count(n)`, { where });
  return found?.[0] as number;
}

/** The text of a key of this table. */
export function keyText(table: TableName, key: readonly Value[]): string {
  if (key.length !== TABLES[table].key.length) throw new Error(`${table} has another key`);
  return orderingKey(key);
}
