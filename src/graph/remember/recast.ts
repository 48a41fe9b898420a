import type { Resolver } from '../../knowledge/appearance.ts';
import { type RowWrites, TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import type { Derived } from './derive.ts';
import { rewriteEntities } from './entity-views.ts';
import { rewriteEvents } from './event-views.ts';
import { recountPairs } from './pairs.ts';
import { recount } from './recount.ts';
import { regroup } from './regroup.ts';

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
  await replace(rows, 'appearance', (derived) => derived.appearance, old, next);
  await replace(rows, 'statement', (derived) => derived.statement, old, next);
  await replace(rows, 'said', (derived) => derived.said, old, next);
  await replace(rows, 'claim', (derived) => derived.claim, old, next);
  await rewriteRelations(rows, old, next);
  const { entities, events, texts } = await regroup(rows, await recount(rows, old, next), resolver);
  await rewriteEntities(rows, [...entities]);
  const retold = await rewriteEvents(rows, [...new Set([...events, ...(await eventsOfTexts(rows, texts))])]);
  await recountPairs(rows, old, next, retold);
}

async function replace<Name extends TableName>(
  rows: RowWrites,
  table: Name,
  pick: (derived: Derived) => readonly Tables[Name][],
  old: readonly Derived[],
  next: readonly Derived[],
): Promise<void> {
  const keyOf = (row: Tables[Name]) => TABLES[table].key.map((column) => row[column as keyof Tables[Name]] as Value);
  const put = next.flatMap(pick);
  const kept = new Set(put.map((row) => JSON.stringify(keyOf(row))));
  const keys = old.flatMap(pick).map(keyOf);
  await rows.remove(
    table,
    keys.filter((key) => !kept.has(JSON.stringify(key))),
  );
  await rows.put(table, put);
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

const MOST_REPRINTS = 5000;

/** Events told by articles whose group of reprints changed: their sources are counted anew. */
async function eventsOfTexts(rows: RowWrites, texts: ReadonlySet<string>): Promise<string[]> {
  if (texts.size === 0) return [];
  const limit = MOST_REPRINTS;
  const signatures = await rows.range({
    table: 'signature',
    order: 'node',
    prefixes: [...texts].map((id) => [id]),
    limit,
    each: true,
  });
  const sizes = new Map<string, number>();
  for (const { node, live } of signatures) sizes.set(node, (sizes.get(node) ?? 0) + live);
  const changed = signatures.filter(({ node }) => (sizes.get(node) ?? 0) > 1);
  if (changed.length === 0) return [];
  const articles = await rows.range({
    table: 'appearance',
    order: 'signature',
    prefixes: changed.map(({ id }) => [id, 1]),
    limit,
    each: true,
  });
  const told = await rows.range({
    table: 'appearance',
    order: 'version',
    prefixes: articles.map(({ article, version }) => [article, version]),
    where: { kind: 'event' },
    limit,
    each: true,
  });
  const ids = [...new Set(told.map(({ signature }) => signature))].map((id) => [id]);
  return (await rows.get('signature', ids)).map(({ node }) => node);
}
