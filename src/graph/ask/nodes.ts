import type { Ahead } from '../../knowledge/ahead.ts';
import { articleOfId, isEventId } from '../../knowledge/node-id.ts';
import type { RowReads, Tables } from '../../knowledge/rows.ts';
import type { EntityView, EventView } from '../../knowledge/views.ts';
import { parsed } from '../parsed.ts';

/** The node that any id ever served is in now: `gone` where its article was retracted, null where it never was one. */
export async function nodesOf(
  rows: RowReads,
  ids: readonly string[],
  ahead?: Ahead,
): Promise<Map<string, string | 'gone' | null>> {
  const distinct = [...new Set(ids)];
  const keysOf = (some: readonly string[]) => some.map((id) => [id]);
  // Those of a gazetteer stand in no article.
  const isOfArticle = (id: string) => articleOfId(id) !== null;
  const [appearances, known] = await Promise.all([
    rows.get('appearance', keysOf(distinct.filter(isOfArticle)), ahead),
    rows.get('entity', keysOf(distinct.filter((id) => !isOfArticle(id))), ahead),
  ]);
  const signatures = await signatureRows(
    rows,
    appearances.map(({ signature }) => signature),
  );
  const found = new Map<string, string | 'gone' | null>([
    ...appearances.map(({ id, signature }) => [id, signatures.get(signature)?.node ?? null] as const),
    ...known.map(({ id }) => [id, id] as const),
  ]);
  const rest = distinct.filter((id) => !found.has(id));
  for (const { id } of await rows.get('entity', keysOf(rest.filter(isOfArticle)))) found.set(id, id);
  const articles = rest.filter((id) => !found.has(id)).map((id) => [articleOfId(id) ?? ''] as const);
  const gone = new Set((await rows.get('gone', articles)).map(({ article }) => article));
  for (const id of rest) if (!found.has(id)) found.set(id, gone.has(articleOfId(id) ?? '') ? 'gone' : null);
  return found;
}

/** Entities by node id. */
export async function entities(
  rows: RowReads,
  ids: readonly string[],
  ahead?: Ahead,
): Promise<Map<string, EntityView>> {
  const found = await rows.get(
    'entity',
    [...new Set(ids)].map((id) => [id]),
    ahead,
  );
  return new Map(found.map((row) => [row.id, parsed<EntityView>(row)]));
}

/** Events by node id. */
export async function events(rows: RowReads, ids: readonly string[]): Promise<Map<string, EventView>> {
  const found = await rows.get(
    'event',
    [...new Set(ids)].map((id) => [id]),
  );
  return new Map(found.map((row) => [row.id, parsed<EventView>(row)]));
}

/** Entities and events by node id; each is looked for first where its id says that it is. */
export async function entitiesAndEvents(
  rows: RowReads,
  ids: readonly string[],
  ahead?: Ahead,
): Promise<Map<string, EntityView | EventView>> {
  const [likelyEvents, likelyEntities] = [ids.filter(isEventId), ids.filter((id) => !isEventId(id))];
  const found = await Promise.all([
    likelyEntities.length ? entities(rows, likelyEntities, ahead) : [],
    likelyEvents.length ? events(rows, likelyEvents) : [],
  ]);
  const known = new Map<string, EntityView | EventView>(found.flatMap((views) => [...views]));
  const rest = (likely: readonly string[]) => likely.filter((id) => !known.has(id));
  const [others, more] = [rest(likelyEntities), rest(likelyEvents)];
  for (const [id, view] of others.length ? await events(rows, others) : []) known.set(id, view);
  for (const [id, view] of more.length ? await entities(rows, more) : []) known.set(id, view);
  return known;
}

/** What `load` finds at the nodes of those signatures that are of a kind, by signature. */
export async function ofSignatures<View>(
  rows: RowReads,
  signatures: readonly string[],
  kind: 'entity' | 'event',
  load: (rows: RowReads, ids: readonly string[]) => Promise<Map<string, View>>,
): Promise<Map<string, View>> {
  const known = [...(await signatureRows(rows, signatures))].filter(([, row]) => row.kind === kind);
  const views = await load(
    rows,
    known.map(([, { node }]) => node),
  );
  return new Map(
    known.flatMap(([id, { node }]) => {
      const view = views.get(node);
      return view ? [[id, view] as const] : [];
    }),
  );
}

/** Rows of signatures by id. */
export async function signatureRows(
  rows: RowReads,
  signatures: readonly string[],
): Promise<Map<string, Tables['signature']>> {
  const found = await rows.get(
    'signature',
    [...new Set(signatures)].map((id) => [id]),
  );
  return new Map(found.map((row) => [row.id, row]));
}
