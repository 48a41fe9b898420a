import type { Sentence } from '../../document/layers.ts';
import type { Pieces } from './wordpiece.ts';

/** Tokens `[first, last)` of one sentence, read in one go; most sentences are one window. */
export interface Window {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  /** What is said of tokens `[from, to)` is taken from this window; its neighbours know the others better. */
  readonly from: number;
  readonly to: number;
}

/**
 * Most pieces of a window. The model could take 510; but it was trained on no sentence of more than 174, and its time
 * and memory grow with the square.
 */
const LONGEST = 190;
/** Windows share a quarter of their pieces, so that each word is read with words on both sides. */
const OVERLAP = 1 / 4;

/** The windows of a sentence, each of `longest` pieces at most; they overlap, and each word belongs to one. */
export function windowsOf(sentence: Sentence, pieces: readonly Pieces[], longest = LONGEST): Window[] {
  const bounds: { first: number; last: number }[] = [];
  for (let first = sentence.first; ; ) {
    let last = first;
    for (let size = 0; last < sentence.last; last++) {
      size += pieces[last]!.ids.length;
      if (size > longest) break;
    }
    bounds.push({ first, last });
    if (last >= sentence.last) break;
    let next = last;
    for (let size = 0; next > first + 1; next--) {
      size += pieces[next - 1]!.ids.length;
      if (size > longest * OVERLAP) break;
    }
    first = next;
  }
  // Where two windows overlap, each has the half that lies deeper within it.
  const middle = (at: number) => (bounds[at]!.last + bounds[at + 1]!.first) >> 1;
  return bounds.map(({ first, last }, at) => ({
    sentence,
    first,
    last,
    from: at === 0 ? first : middle(at - 1),
    to: at === bounds.length - 1 ? last : middle(at),
  }));
}
