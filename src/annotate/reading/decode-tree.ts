import { spanningTree } from './spanning-tree.ts';

/** What each arc from the root costs, far beyond any score: the best tree then has exactly one. */
const ROOT_FEE = 1e6;

/**
 * The best tree with one root over `count` words: for each its head, 0 for the root and from 1 for words.
 * `scores[d * stride + h]` is what speaks for head `h` of word `d` (from 0); the first of equals wins.
 */
export function decodeTree(scores: ArrayLike<number>, count: number, stride = count + 1): Int32Array {
  const heads = new Int32Array(count);
  let roots = 0;
  for (let d = 0; d < count; d++) {
    let best = -1;
    for (let h = 0; h <= count; h++) {
      if (h !== d + 1 && (best < 0 || scores[d * stride + h]! > scores[d * stride + best]!)) best = h;
    }
    heads[d] = best;
    if (best === 0) roots++;
  }
  // Nearly every sentence ends here: where the best head of each word makes a tree, no tree is better.
  if (roots === 1 && isAcyclic(heads)) return heads;

  const size = count + 1;
  const full = new Float64Array(size * size).fill(-Infinity);
  for (let d = 1; d < size; d++) {
    for (let h = 0; h < size; h++) if (h !== d) full[d * size + h] = scores[(d - 1) * stride + h]!;
    full[d * size]! -= ROOT_FEE;
  }
  return spanningTree(full, size).slice(1);
}

/** Whether every word reaches the root. */
function isAcyclic(heads: Int32Array): boolean {
  const reached = new Uint8Array(heads.length + 1);
  reached[0] = 1;
  for (let start = 1; start <= heads.length; start++) {
    let node = start;
    for (let steps = 0; !reached[node]; steps++) {
      if (steps > heads.length) return false;
      node = heads[node - 1]!;
    }
    for (node = start; !reached[node]; node = heads[node - 1]!) reached[node] = 1;
  }
  return true;
}
