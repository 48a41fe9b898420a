import type { RowReads } from '../../knowledge/rows.ts';
import { entities } from './nodes.ts';
import { relationships } from './relationships.ts';

const LEVELS = 2;
const MOST_PARTS = 100;

/** Signatures of the places that articles say are part of a place, and of their parts. */
export async function partsOf(rows: RowReads, place: string): Promise<string[]> {
  const seen = new Set([place]);
  let level = [place];
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const found = await Promise.all(level.map((whole) => relationships(rows, whole, null, ['PART_OF'], null)));
    const parts = found.flatMap((list, at) =>
      list.filter(({ toNode, negated }) => toNode === level[at] && !negated).map(({ fromNode }) => fromNode),
    );
    level = [...new Set(parts)].filter((id) => !seen.has(id)).slice(0, MOST_PARTS);
    for (const id of level) seen.add(id);
  }
  seen.delete(place);
  return [...(await entities(rows, [...seen])).values()].flatMap(({ signatures }) => signatures);
}
