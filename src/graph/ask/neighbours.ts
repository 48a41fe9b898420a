import { compareText } from '../../knowledge/order.ts';
import { piecesOf } from '../../knowledge/pieces-of.ts';
import type { Neighbour } from '../../knowledge/questions.ts';
import type { RowReads, Tables } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import { parsed } from '../parsed.ts';
import type { PairCounts } from '../remember/pairs.ts';
import { entities } from './nodes.ts';
import { nodesOfSignatures } from './retold.ts';

/** Of each signature so many times the neighbours wanted are looked at: several of them may be of one node. */
const LOOKED_AT = 2;
const FEWEST = 30;

/** Entities whose neighbours are worked out together. */
const AT_ONCE = 4;

/** Whom each of some entities meets most, in events and statements; of equals by id. */
export async function neighboursOf(
  rows: RowReads,
  ids: readonly string[],
  first: number,
): Promise<Map<string, Neighbour[]>> {
  const found = await Promise.all(piecesOf(ids, AT_ONCE).map((some) => neighboursOfSome(rows, some, first)));
  return new Map(found.flatMap((one) => [...one]));
}

async function neighboursOfSome(
  rows: RowReads,
  ids: readonly string[],
  first: number,
): Promise<Map<string, Neighbour[]>> {
  const centres = await entities(rows, ids);
  const owner = new Map(
    [...centres.values()].flatMap(({ id, signatures }) => signatures.map((one) => [one, id] as const)),
  );
  const pairs = await rows.range({
    table: 'pair',
    order: 'weight',
    prefixes: [...owner.keys()].map((id) => [id]),
    descending: true,
    limit: Math.max(FEWEST, first * LOOKED_AT),
    each: true,
  });
  const nodes = await nodesOfSignatures(
    rows,
    pairs.map(({ b }) => b),
  );
  const met = new Map<string, Map<string, Tables['pair'][]>>();
  for (const pair of pairs) {
    const [of, node] = [owner.get(pair.a) as string, nodes.get(pair.b)];
    if (node === undefined || node === of) continue;
    const own = met.get(of) ?? new Map<string, Tables['pair'][]>();
    met.set(of, own);
    addTo(own, node, pair);
  }
  const best = new Map([...met].map(([of, own]) => [of, heaviest(own, first)]));
  const views = await entities(rows, [...new Set([...best.values()].flatMap((list) => list.map(([id]) => id)))]);
  return new Map(
    [...best].map(([of, list]) => [
      of,
      list.flatMap(([id, weight, own]) => {
        const entity = views.get(id);
        return entity ? [{ entity, weight, ...summed(own) }] : [];
      }),
    ]),
  );
}

function heaviest(met: ReadonlyMap<string, Tables['pair'][]>, first: number) {
  return [...met]
    .map(([id, own]) => [id, own.reduce((sum, { weight }) => sum + weight, 0), own] as const)
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, first);
}

function summed(pairs: readonly Tables['pair'][]): Pick<Neighbour, 'types' | 'stances'> {
  const [first, ...more] = pairs;
  // Most meet under one signature each: then nothing is to be added up.
  if (first && more.length === 0) return parsed<PairCounts>(first);
  const types: Record<string, number> = {};
  const stances: Record<string, number> = {};
  for (const pair of pairs) {
    const counts = parsed<PairCounts>(pair);
    for (const [type, n] of Object.entries(counts.types)) types[type] = (types[type] ?? 0) + n;
    for (const [stance, n] of Object.entries(counts.stances)) stances[stance] = (stances[stance] ?? 0) + n;
  }
  return { types, stances };
}
