import type { EntitySignature } from '../../knowledge/appearance.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import type { EntityView } from '../../knowledge/views.ts';
import { gramsOf, wholeName } from '../name-grams.ts';
import type { Members } from './regroup.ts';
import type { Known } from './signature-json.ts';

/** Writes anew what is known of these entities; those that nothing is left of are removed. */
export async function rewriteEntities(rows: RowWrites, members: Members): Promise<void> {
  if (members.size === 0) return;
  const nodes = [...members.keys()];
  const before = new Map(
    (
      await rows.get(
        'entity',
        nodes.map((id) => [id]),
      )
    ).map((row) => [row.id, row]),
  );
  const views = new Map([...members].flatMap(([id, list]) => (list.length ? [[id, viewOf(id, list)] as const] : [])));
  const changed: Tables['entity'][] = [];
  const gramsIn: Tables['gram'][] = [];
  const gramsOut: string[][] = [];
  for (const id of nodes) {
    const old = before.get(id);
    const view = views.get(id);
    const row = view && { id, type: view.type, name: view.name, live: view.articleCount, json: JSON.stringify(view) };
    if (row?.json === old?.json && row?.live === old?.live) continue;
    if (row) changed.push(row);
    const [oldNames, names] = [old ? (JSON.parse(old.json) as EntityView).names : [], view?.names ?? []];
    if (oldNames.join('\n') === names.join('\n')) continue;
    const [had, has] = [gramsFor(oldNames), gramsFor(names)];
    gramsIn.push(...[...has].filter((gram) => !had.has(gram)).map((gram) => ({ gram, entity: id })));
    gramsOut.push(...[...had].filter((gram) => !has.has(gram)).map((gram) => [gram, id]));
  }
  await rows.put(
    'entity',
    changed.filter(({ id }) => before.has(id)),
  );
  await rows.add(
    'entity',
    changed.filter(({ id }) => !before.has(id)),
  );
  await rows.remove(
    'entity',
    nodes.filter((id) => !views.has(id) && before.has(id)).map((id) => [id]),
  );
  await rows.add('gram', gramsIn);
  await rows.remove('gram', gramsOut);
}

/** What is known of a node, from its signatures alone. */
function viewOf(id: string, members: readonly Known[]): EntityView {
  const living = members.filter(({ live }) => live > 0);
  const shown = (living.length ? living : members).map((row) => ({
    row,
    signature: row.signature as EntitySignature,
  }));
  const latest = shown
    .flatMap(({ signature }) => signature.named ?? [])
    .sort(compareText)
    .at(-1);
  const given = latest?.split(' ').slice(2).join(' ');
  const count = (pick: (entry: (typeof shown)[number]) => string | null) =>
    mostCounted(shown.map((entry) => [pick(entry), entry.row.live]));
  return {
    id,
    signatures: members.map((row) => row.id).sort(compareText),
    type: count(({ signature }) => signature.type) ?? 'Group',
    name: given ?? count(({ row }) => row.name) ?? '',
    // A name that a curator gave is found like any other.
    names: [
      ...new Set([...(given ? [given] : []), ...shown.flatMap(({ row, signature }) => [row.name, ...signature.names])]),
    ].sort(compareText),
    country: count(({ signature }) => signature.country),
    gazetteer: count(({ signature }) => signature.gazetteer),
    articleCount: living.reduce((sum, { live }) => sum + live, 0),
  };
}

/** The value with the highest count; of equals the longest, then the first by code point. */
function mostCounted(given: readonly (readonly [string | null, number])[]): string | null {
  const counts = new Map<string, number>();
  for (const [value, n] of given) if (value) counts.set(value, (counts.get(value) ?? 0) + n);
  return [...counts].sort(([a, n], [b, m]) => m - n || b.length - a.length || compareText(a, b))[0]?.[0] ?? null;
}

function gramsFor(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => [...gramsOf(name), wholeName(name)]));
}
