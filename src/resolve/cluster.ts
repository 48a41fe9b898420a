import type { Signature } from '../knowledge/appearance.ts';
import { compareText } from '../knowledge/order.ts';

/** Under one key, each is compared with the first so many: a name that many bear costs as much again, not its square. */
const MOST_COMPARED = 64;

/**
 * Parts signatures into those that are one. The surest pairs come first, of equals the first by id; two groups are joined
 * unless something speaks against any pair across them, so that what is vague never makes one of two. Curators go before all.
 */
export function clustersOf(
  given: ReadonlyMap<string, Signature>,
  keysOf: (id: string) => readonly string[],
  score: (a: Signature, b: Signature) => number,
): string[][] {
  const ids = [...given.keys()].sort(compareText);
  const at = (id: string) => given.get(id) as Signature;
  const groups = new Map(ids.map((id) => [id, { members: [id] }]));
  const join = (a: string, b: string, mayJoin: (x: string, y: string) => boolean) => {
    const [left, right] = [groups.get(a), groups.get(b)] as [{ members: string[] }, { members: string[] }];
    if (left === right || left.members.some((x) => right.members.some((y) => !mayJoin(x, y)))) return;
    left.members.push(...right.members);
    for (const id of right.members) groups.set(id, left);
  };
  const areApart = (x: string, y: string) => at(x).different.some((decision) => at(y).different.includes(decision));
  for (const [a, b] of pairsUnder(ids, (id) => at(id).same)) join(a, b, (x, y) => !areApart(x, y));
  const scored = pairsUnder(ids, keysOf)
    .map(([a, b]) => ({ a, b, score: score(at(a), at(b)) }))
    .filter((pair) => pair.score > 0)
    .sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b));
  for (const { a, b } of scored) join(a, b, (x, y) => !areApart(x, y) && score(at(x), at(y)) >= 0);
  return [...new Set(groups.values())].map(({ members }) => members.sort(compareText));
}

/** Pairs that share a key, each once, the lesser id first. */
function pairsUnder(ids: readonly string[], keysOf: (id: string) => readonly string[]): [string, string][] {
  const under = new Map<string, string[]>();
  const pairs = new Map<string, [string, string]>();
  for (const id of ids) {
    for (const key of keysOf(id)) {
      const known = under.get(key) ?? [];
      for (const other of known.slice(0, MOST_COMPARED)) pairs.set(`${other}\n${id}`, [other, id]);
      if (known.push(id) === 1) under.set(key, known);
    }
  }
  return [...pairs.values()];
}
