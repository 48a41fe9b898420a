import type { Ahead, Bounds } from '../../knowledge/ahead.ts';
import { compareText } from '../../knowledge/order.ts';
import type { AskedNext, Related } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import type { RelationView } from '../../knowledge/views.ts';
import { claimBounds } from './evidence.ts';
import { entitiesAndEvents } from './nodes.ts';
import { knownAt, nodesOfSignatures } from './retold.ts';

const EVER: Bounds<'related'> = { table: 'related', order: 'key', limit: 500, each: true };
const LIVE: Bounds<'related'> = { ...EVER, where: { live: 1 } };

/** What is asked next of a place that is looked into: what is part of it, and of that. */
export const PARTS_AHEAD: Ahead = { bounds: LIVE, prefixes: [(place) => [place, 'PART_OF']], from: 'PART_OF' };

/** How many words of a fact are shown as a rule. */
const FEW = 3;

function wordsAhead(asOf: number | null): Ahead {
  return { bounds: claimBounds(FEW, asOf), prefixes: [(relation) => [relation]], by: 'relation' };
}

/** Lasting facts about an entity (or links of an event), one for each pair of nodes, by type, then time, then id. */
export async function relationships(
  rows: RowReads,
  of: string,
  other: string | null,
  types: readonly string[],
  asOf: number | null,
): Promise<Related[]> {
  const all = (await relationshipsOf(rows, [of], types, asOf)).get(of) ?? [];
  return other === null ? all : all.filter(({ fromNode, toNode }) => fromNode === other || toNode === other);
}

/** The same of several entities or events at once. */
export async function relationshipsOf(
  rows: RowReads,
  ids: readonly string[],
  types: readonly string[],
  asOf: number | null,
  next?: AskedNext,
): Promise<Map<string, Related[]>> {
  const known = await entitiesAndEvents(rows, ids);
  const owners = new Map([...known].flatMap(([id, { signatures }]) => signatures.map((owner) => [owner, id] as const)));
  const signatures = [...owners.keys()];
  const found = await rows.range({
    ...(asOf === null ? LIVE : EVER),
    prefixes: types.length ? signatures.flatMap((id) => types.map((type) => [id, type])) : signatures.map((id) => [id]),
    ...(next === 'evidence' && { ahead: wordsAhead(asOf) }),
  });
  const kept = asOf === null ? found : await claimedAt(rows, found, asOf);
  const relations = await rows.get(
    'relation',
    [...new Set(kept.map(({ relation }) => relation))].map((id) => [id]),
  );
  const views = new Map(relations.map(({ id, json }) => [id, JSON.parse(json) as RelationView]));
  const nodes = await nodesOfSignatures(
    rows,
    [...views.values()].flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  );
  const own = new Map<string, RelationView[]>();
  for (const { owner, relation } of kept) {
    const [id, view] = [owners.get(owner) as string, views.get(relation)];
    if (view) own.set(id, [...(own.get(id) ?? []), view]);
  }
  return new Map([...own].map(([id, list]) => [id, merged(list, nodes)]));
}

/** One for each pair of nodes. */
function merged(views: readonly RelationView[], nodes: ReadonlyMap<string, string>): Related[] {
  const found = new Map<string, Related>();
  for (const view of [...new Set(views)].sort((a, b) => compareText(a.id, b.id))) {
    const fromNode = nodes.get(view.from) ?? view.from;
    const toNode = view.to === null ? null : (nodes.get(view.to) ?? view.to);
    const key = JSON.stringify([view.type, fromNode, toNode, view.label, view.validFrom, view.validTo, view.negated]);
    const before = found.get(key);
    found.set(
      key,
      before ? { ...before, facts: [...before.facts, view.id] } : { ...view, fromNode, toNode, facts: [view.id] },
    );
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(a.type, b.type) || compareText(a.validFrom ?? '~', b.validFrom ?? '~') || compareText(a.id, b.id),
  );
}

async function claimedAt<Row extends { readonly relation: string }>(
  rows: RowReads,
  given: readonly Row[],
  asOf: number,
): Promise<Row[]> {
  const facts = [...new Set(given.map(({ relation }) => relation))];
  const claims = await rows.range({
    table: 'claim',
    order: 'key',
    prefixes: facts.map((id) => [id]),
    limit: 100,
    each: true,
  });
  const known = new Set((await knownAt(rows, claims, asOf)).map(({ fact }) => fact));
  return given.filter(({ relation }) => known.has(relation));
}
