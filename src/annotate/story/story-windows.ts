import type { Sentence } from '../../document/layers.ts';
import type { Pieces } from '../reading/wordpiece.ts';

/** Tokens `[first, last)` of one sentence, or a part of a long one: what a window takes whole. */
interface Unit {
  readonly first: number;
  readonly last: number;
  readonly segment: number;
  /** Pieces, without marks. */
  readonly size: number;
}

/** Consecutive sentences that are read in one go. */
export interface StoryWindow {
  readonly units: readonly Unit[];
  /** What is said of `units[from, to)` is taken from this window; its neighbours know the others better. */
  readonly from: number;
  readonly to: number;
}

/** Most pieces that are read twice, so that the start of a window has something before it. */
const OVERLAP = 40;
/** A longer sentence is read in parts: it would leave no room for its neighbours. */
const LONGEST_UNIT = 160;

/** The windows of an article, of at most `longest` pieces with their marks; each sentence is taken from one of them. */
export function storyWindows(
  sentences: readonly Sentence[],
  pieces: readonly Pieces[],
  longest: number,
): StoryWindow[] {
  const units = sentences.flatMap((sentence) => unitsOf(sentence, pieces));
  const bounds: { first: number; last: number }[] = [];
  for (let first = 0; first < units.length; ) {
    let last = first;
    // Each unit may end a segment, whose mark it then brings along.
    for (let size = 1; last < units.length; last++) {
      size += units[last]!.size + 1;
      if (size > longest && last > first) break;
    }
    bounds.push({ first, last });
    if (last >= units.length) break;
    first = last;
    for (let size = units[first - 1]!.size; size <= OVERLAP && first - 1 > bounds.at(-1)!.first; ) {
      first--;
      size += units[first - 1]!.size;
    }
  }
  const middle = (at: number) => (bounds[at]!.last + bounds[at + 1]!.first + 1) >> 1;
  return bounds.map(({ first, last }, at) => ({
    units: units.slice(first, last),
    from: at === 0 ? 0 : middle(at - 1) - first,
    to: at === bounds.length - 1 ? last - first : middle(at) - first,
  }));
}

function unitsOf({ first, last, segment }: Sentence, pieces: readonly Pieces[]): Unit[] {
  const units: Unit[] = [];
  for (let at = first; at < last; ) {
    let to = at;
    let size = 0;
    while (to < last && (to === at || size + pieces[to]!.ids.length <= LONGEST_UNIT)) size += pieces[to++]!.ids.length;
    units.push({ first: at, last: to, segment, size });
    at = to;
  }
  return units;
}
