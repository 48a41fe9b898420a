import { type Range, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { isForMany, mergeRanges } from '../merge-ranges.ts';
import { piecesOf } from '../pieces-of.ts';
import { columnsOf, LABELS, orderProperty, rowOf } from './labels.ts';
import { BEHIND, orderingKey } from './ordering-key.ts';

/** Runs one query and gives what it returns, each record as a list of its columns. */
export type Run = (text: string, parameters: Record<string, unknown>) => Promise<unknown[][]>;

/** How a query goes on from rows `n` to what they point at, `t`, as `along`. */
export interface Along {
  readonly match: string;
  readonly parameters: { readonly end?: string };
  /** Takes one that came. */
  take(row: string | null): void;
}

/** Rows that point at nothing, or whose others are not wanted. */
export const NOTHING_ALONG: Along = { match: 'WITH *, null AS along', parameters: {}, take: () => undefined };

/** The rows that have these keys. */
export async function getRows<Name extends TableName>(
  run: Run,
  table: Name,
  keys: readonly (readonly Value[])[],
  { match, parameters, take }: Along = NOTHING_ALONG,
): Promise<Tables[Name][]> {
  if (keys.length === 0) return [];
  const found = await run(`MATCH (n:${LABELS[table]}) WHERE n.k IN $keys ${match} RETURN n.row, along`, {
    ...{ keys: [...new Set(keys.map(orderingKey))], ...parameters },
  });
  return found.map(([row, along]) => {
    take(along as string | null);
    return rowOf(table, row as string);
  });
}

/** The rows of a range, prefixes merged. */
export async function rangeRows<Name extends TableName>(
  run: Run,
  range: Range<Name>,
  along: Along = NOTHING_ALONG,
): Promise<Tables[Name][]> {
  if (range.prefixes.length === 0) return [];
  if (isForMany(range)) return manyRanges(run, range, along);
  return onePerPrefix(run, range, along);
}

async function onePerPrefix<Name extends TableName>(
  run: Run,
  range: Range<Name>,
  { match, parameters, take }: Along,
): Promise<Tables[Name][]> {
  const ends = range.prefixes.map((prefix, at) => endsOf(range, prefix, at));
  const property = `n.${orderProperty(range.order)}`;
  columnsOf(range.table, range.order);
  const conditions = [
    `${property} >= r.low AND ${property} < r.high`,
    ...Object.keys(range.where ?? {}).map((column) => `n.${column} = $where.${column}`),
  ];
  const side = range.descending ? 'DESC' : '';
  const found = await run(
    `UNWIND $ends AS r
     CALL (r) {
       MATCH (n:${LABELS[range.table]}) WHERE ${conditions.join(' AND ')}
       RETURN n, ${property} AS place ORDER BY place ${side} LIMIT $limit
     }
     ${match}
     RETURN r.at AS at, n.row, along ORDER BY at, place ${side}`,
    { ends, limit: range.limit, where: range.where ?? {}, ...parameters },
  );
  const lists: Tables[Name][][] = range.prefixes.map(() => []);
  for (const [at, row, along] of found) {
    take(along as string | null);
    (lists[at as number] as Tables[Name][]).push(rowOf(range.table, row as string));
  }
  return mergeRanges(range, lists);
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
  const text = `UNWIND $prefixes AS p MATCH (n:${LABELS[table]}) WHERE ${conditions.join(' AND ')} WITH n LIMIT $limit
    ${along.match} RETURN n.row, along`;
  const rows: Tables[Name][] = [];
  for (const chunk of piecesOf([...distinct], CHUNK)) {
    const found = await run(text, { prefixes: chunk.map(([key]) => key), where, limit, ...along.parameters });
    // As many as one prefix may have: some may be missing.
    if (found.length >= limit) {
      rows.push(...(await onePerPrefix(run, { ...range, prefixes: chunk.map(([, prefix]) => prefix) }, along)));
      continue;
    }
    for (const [row, other] of found) {
      along.take(other as string | null);
      rows.push(rowOf(table, row as string));
    }
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

/** Both ends of a prefix's rows, exclusive, as texts. */
function endsOf<Name extends TableName>({ after, before }: Range<Name>, prefix: readonly Value[], at: number) {
  const start = orderingKey(prefix);
  const low = after?.length ? `${start}${orderingKey(after)}${BEHIND}` : start;
  const high = before?.length ? `${start}${orderingKey(before)}` : `${start}${BEHIND}`;
  return { at, low, high };
}

/** The text of a key of this table. */
export function keyText(table: TableName, key: readonly Value[]): string {
  if (key.length !== TABLES[table].key.length) throw new Error(`${table} has another key`);
  return orderingKey(key);
}
