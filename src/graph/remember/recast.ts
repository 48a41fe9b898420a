import type { Resolver } from '../../knowledge/appearance.ts';
import { siblingOf, TEXT } from '../../knowledge/node-id.ts';
import { type RowWrites, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import type { Appeared, Derived } from './derive.ts';
import { rewriteEntities } from './entity-views.ts';
import { type AtHand, rewriteEvents } from './event-views.ts';
import { recountPairs } from './pairs.ts';
import { type Recount, recount } from './recount.ts';
import { type Members, regroup } from './regroup.ts';

/**
 * Takes out of the graph what `old` says and puts in what `next` says, and brings up to date whatever either reaches:
 * who is who, what is known of them, how events are told, who meets whom. The only way the view ever changes.
 */
export async function recast(
  rows: RowWrites,
  old: readonly Derived[],
  next: readonly Derived[],
  resolver: Resolver,
): Promise<void> {
  await replace(rows, 'appearance', ({ appeared }) => appeared.map(({ row }) => row), old, next);
  await replace(rows, 'statement', (derived) => derived.statement, old, next);
  await replace(rows, 'said', (derived) => derived.said, old, next);
  await replace(rows, 'called', (derived) => derived.called, old, next);
  await replace(rows, 'titled', (derived) => derived.titled, old, next);
  await replace(rows, 'claim', (derived) => derived.claim, old, next);
  await rewriteRelations(rows, old, next);
  const recounted = await recount(rows, old, next, resolver);
  const { nodes, entities, events, texts } = await regroup(rows, recounted, calledIn([...old, ...next]), resolver);
  await rewriteEntities(rows, entities);
  const reprinted = await eventsOfTexts(rows, texts, events);
  const retold = await rewriteEvents(rows, new Map<string, readonly Signed[]>([...reprinted, ...events]), {
    ...atHand(next, recounted),
    nodes,
  });
  await recountPairs(rows, old, next, retold);
}

/** Whom else these may have been known by: those who look there choose anew. */
function calledIn(all: readonly Derived[]): ReadonlySet<string> {
  return new Set(all.flatMap(({ called }) => called.map(({ key }) => key)));
}

async function replace<Name extends TableName>(
  rows: RowWrites,
  table: Name,
  pick: (derived: Derived) => readonly Tables[Name][],
  old: readonly Derived[],
  next: readonly Derived[],
): Promise<void> {
  const keyOf = (row: Tables[Name]) => TABLES[table].key.map((column) => row[column as keyof Tables[Name]] as Value);
  const had = new Set(old.map(({ doc }) => doc));
  const put = next.filter(({ doc }) => had.has(doc)).flatMap(pick);
  const keys = old.flatMap(pick).map(keyOf);
  if (keys.length > 0) {
    const kept = new Set(put.map((row) => JSON.stringify(keyOf(row))));
    await rows.remove(
      table,
      keys.filter((key) => !kept.has(JSON.stringify(key))),
    );
  }
  await rows.put(table, put);
  await rows.add(table, next.filter(({ doc }) => !had.has(doc)).flatMap(pick));
}

/** A relation is there while an article claims it, and alive while a current version does. */
async function rewriteRelations(rows: RowWrites, old: readonly Derived[], next: readonly Derived[]): Promise<void> {
  const all = [...old, ...next];
  const relations = new Map(all.flatMap(({ relation }) => relation).map((row) => [row.id, row]));
  if (relations.size === 0) return;
  const ids = [...relations.keys()];
  const firstClaims = (where?: Partial<Tables['claim']>) =>
    rows.range({
      table: 'claim',
      order: 'key',
      prefixes: ids.map((id) => [id]),
      ...(where && { where }),
      limit: 1,
      each: true,
    });
  const claimed = new Set((await firstClaims()).map(({ fact }) => fact));
  const alive = new Set((await firstClaims({ live: 1 })).map(({ fact }) => fact));
  const related = [
    ...new Map(all.flatMap((derived) => derived.related).map((row) => [`${row.owner} ${row.relation}`, row])).values(),
  ];
  const liveOf = (id: string) => (alive.has(id) ? 1 : 0);
  await rows.put(
    'relation',
    [...relations.values()].filter(({ id }) => claimed.has(id)).map((row) => ({ ...row, live: liveOf(row.id) })),
  );
  await rows.put(
    'related',
    related.filter(({ relation }) => claimed.has(relation)).map((row) => ({ ...row, live: liveOf(row.relation) })),
  );
  await rows.remove(
    'relation',
    ids.filter((id) => !claimed.has(id)).map((id) => [id]),
  );
  await rows.remove(
    'related',
    related
      .filter(({ relation }) => !claimed.has(relation))
      .map(({ owner, type, other, relation }) => [owner, type, other, relation]),
  );
}

/** What is known of signatures that are new, without reading it. */
function atHand(next: readonly Derived[], { stored }: Recount): Pick<AtHand, 'appeared' | 'texts'> {
  const appeared = new Map<string, Appeared[]>();
  const texts = new Map<string, string>();
  for (const one of next.flatMap((derived) => derived.appeared)) {
    const { doc, local, kind, signature } = one.row;
    if (local === TEXT) texts.set(doc, signature);
    else if (kind === 'event' && !stored.has(signature)) addTo(appeared, signature, one);
  }
  return { appeared, texts };
}

type Signed = Pick<Tables['signature'], 'id' | 'node'>;

/** More than one event or text has signatures or appearances. */
const MOST = 5000;

/** Events told by articles whose group of reprints changed, but for those in hand: their sources are counted anew. */
async function eventsOfTexts(rows: RowWrites, texts: Members, inHand: Members): Promise<Map<string, Signed[]>> {
  const reprinted = [...texts.values()].filter((list) => list.reduce((sum, { live }) => sum + live, 0) > 1).flat();
  if (reprinted.length === 0) return new Map();
  const articles = await rows.range({
    table: 'appearance',
    order: 'signature',
    prefixes: reprinted.map(({ id }) => [id, 1]),
    limit: MOST,
    each: true,
  });
  const told = articles.flatMap(({ id, local, json }) =>
    (JSON.parse(json) as { events: string[] }).events.map((event) => siblingOf(id, local, event)),
  );
  const appearances = await rows.get(
    'appearance',
    told.map((id) => [id]),
  );
  const ids = [...new Set(appearances.map(({ signature }) => signature))].map((id) => [id]);
  const nodes = new Set((await rows.get('signature', ids)).map(({ node }) => node).filter((node) => !inHand.has(node)));
  const members = await rows.range({
    table: 'signature',
    order: 'node',
    prefixes: [...nodes].map((node) => [node]),
    limit: MOST,
    each: true,
  });
  const byNode = new Map<string, Signed[]>();
  for (const row of members) addTo(byNode, row.node, row);
  return byNode;
}
