import type { Resolver } from '../../knowledge/appearance.ts';
import { compareText, compareValues } from '../../knowledge/order.ts';
import { type RowReads, type RowStore, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import type { GraphCheck } from '../../knowledge/store.ts';
import { toldVersion } from '../ask/versions-at.ts';
import { extractionsOf, remember } from '../remember/remember.ts';
import { pieces } from './pieces.ts';

/** Tables that follow from versions and decisions; the log of commits tells how they came, not what they say. */
const VIEW = (Object.keys(TABLES) as TableName[]).filter(
  (name) => !['version', 'extraction', 'decision', 'gone', 'change'].includes(name),
);
const ARTICLES_A_TIME = 100;

/**
 * Makes the whole view again in an empty store, from the versions and decisions alone, and compares the two row by row;
 * then looks for facts that no claim supports. Takes as long as taking everything in once more.
 */
export async function checkGraph(rows: RowReads, scratch: RowStore, resolver: Resolver): Promise<GraphCheck> {
  await rebuild(rows, scratch, resolver);
  const faults: string[] = [];
  let facts = 0;
  for (const table of VIEW) facts += await compare(table, rows, scratch, (fault) => faults.push(fault));
  for (const table of ['entity', 'event', 'statement', 'relation'] as const) {
    for await (const piece of pieces(rows, table)) faults.push(...(await unsupported(rows, table, piece)));
  }
  for await (const piece of pieces(rows, 'claim')) faults.push(...(await misquoted(rows, piece)));
  return { facts, faults };
}

async function rebuild(rows: RowReads, scratch: RowStore, resolver: Resolver): Promise<void> {
  for (const table of ['decision', 'gone'] as const) {
    for await (const piece of pieces(rows, table)) await scratch.transaction((tx) => tx.put(table, piece));
  }
  for await (const piece of pieces(rows, 'version', ARTICLES_A_TIME)) {
    const read = await extractionsOf(rows, piece);
    await scratch.transaction((tx) => remember(tx, [...read.values()], { resolver, now: '' }));
  }
}

/** Walks both in the order of their keys. */
async function compare<Name extends TableName>(
  table: Name,
  kept: RowReads,
  made: RowReads,
  report: (fault: string) => void,
): Promise<number> {
  const keyOf = (row: Tables[Name]) => TABLES[table].key.map((column) => row[column as keyof Tables[Name]] as Value);
  const [left, right] = [each(pieces(kept, table)), each(pieces(made, table))];
  let [a, b] = [await left.next(), await right.next()];
  let count = 0;
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareValues(keyOf(a.value), keyOf(b.value));
    if (order < 0) report(`${table} ${keyOf(a.value as Tables[Name]).join(' ')}: follows from no article`);
    else if (order > 0) report(`${table} ${keyOf(b.value as Tables[Name]).join(' ')}: is missing`);
    else if (!isSame(a.value as object, b.value as object))
      report(`${table} ${keyOf(a.value as Tables[Name]).join(' ')}: is not what the articles say`);
    if (order <= 0) {
      a = await left.next();
      count++;
    }
    if (order >= 0) b = await right.next();
  }
  return count;
}

async function* each<Row>(lists: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const list of lists) yield* list;
}

function isSame(a: object, b: object): boolean {
  const sorted = (row: object) => JSON.stringify(Object.entries(row).sort(([x], [y]) => compareText(x, y)));
  return sorted(a) === sorted(b);
}

/** Facts of the graph that no words of any article support. */
async function unsupported<Name extends 'entity' | 'event' | 'statement' | 'relation'>(
  rows: RowReads,
  table: Name,
  piece: readonly Tables[Name][],
): Promise<string[]> {
  const factsOf = ({ id, json }: Tables[Name]) =>
    table === 'entity' || table === 'event' ? (JSON.parse(json) as { signatures: string[] }).signatures : [id];
  const facts = piece.flatMap(factsOf);
  const claims = await rows.range({
    table: 'claim',
    order: 'key',
    prefixes: facts.map((fact) => [fact]),
    limit: 1,
    each: true,
  });
  const claimed = new Set(claims.map(({ fact }) => fact));
  return piece
    .filter((row) => !factsOf(row).some((fact) => claimed.has(fact)))
    .map(({ id }) => `${table} ${id}: rests on no claim`);
}

/** Claims whose words are not those at their place in the article. */
async function misquoted(rows: RowReads, piece: readonly Tables['claim'][]): Promise<string[]> {
  const versions = await rows.get(
    'version',
    [...new Set(piece.map(({ doc }) => doc))].map((doc) => [doc]),
  );
  const articles = new Map(versions.map((row) => [row.doc, toldVersion(row).article]));
  return piece.flatMap(({ fact, doc, start, end, exact }) => {
    const article = articles.get(doc);
    return article?.text.slice(start, end) === exact
      ? []
      : [`claim ${fact}: “${exact}” is not at ${start} of ${article?.id ?? doc}`];
  });
}
