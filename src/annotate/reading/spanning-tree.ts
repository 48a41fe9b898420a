/**
 * Chu-Liu-Edmonds: the head of every node in the maximum spanning tree rooted at node 0, -1 for node 0 itself.
 * `scores[d * size + h]` is what speaks for head `h` of node `d`, -Infinity where there is no such arc. The first of
 * equals wins, in the same order as in scripts/train/decode.py.
 */
export function spanningTree(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    let best = 0;
    for (let h = 1; h < size; h++) if (scores[d * size + h]! > scores[d * size + best]!) best = h;
    heads[d] = best;
  }
  const cycle = cycleIn(heads);
  if (cycle.length === 0) return heads;

  // The cycle becomes one node, the last; the tree of what is left says where to open it.
  const inCycle = new Set(cycle);
  const rest: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle.has(node)) rest.push(node);
  const joined = rest.length;
  const smallSize = joined + 1;
  const small = new Float64Array(smallSize * smallSize).fill(-Infinity);
  const enter = new Int32Array(joined);
  const leave = new Int32Array(joined);
  const inside = cycle.reduce((sum, node) => sum + scores[node * size + heads[node]!]!, 0);
  for (const [at, node] of rest.entries()) {
    if (at > 0) for (const [to, head] of rest.entries()) small[at * smallSize + to] = scores[node * size + head]!;
    let gain = -Infinity;
    let exit = cycle[0]!;
    enter[at] = cycle[0]!;
    for (const member of cycle) {
      const change = scores[member * size + node]! - scores[member * size + heads[member]!]!;
      if (change > gain) {
        gain = change;
        enter[at] = member;
      }
      if (scores[node * size + member]! > scores[node * size + exit]!) exit = member;
    }
    small[joined * smallSize + at] = inside + gain;
    leave[at] = exit;
    if (at > 0) small[at * smallSize + joined] = scores[node * size + exit]!;
  }
  const found = spanningTree(small, smallSize);
  for (let at = 1; at < joined; at++) heads[rest[at]!] = found[at] === joined ? leave[at]! : rest[found[at]!]!;
  const entry = found[joined]!;
  heads[enter[entry]!] = rest[entry]!;
  return heads;
}

/** The nodes of the first cycle met from node 1 on, in the order of its heads; empty where there is none. */
function cycleIn(heads: Int32Array): number[] {
  const DONE = -1;
  const seen = new Int32Array(heads.length);
  seen[0] = DONE;
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let node = start;
    for (; seen[node] === 0; node = heads[node]!) {
      path.push(node);
      seen[node] = path.length;
    }
    if (seen[node] !== DONE) return path.slice(seen[node]! - 1);
    for (const each of path) seen[each] = DONE;
  }
  return [];
}
