import type { Token } from '../../document/layers.ts';
import { gapBefore, MOST_FEATURES, mayBegin, pass, type Stretch, startSince, stretchOf } from './boundaries.ts';
import { boundaryFeatures } from './boundary-features.ts';
import type { SentenceModel } from './sentence-model.ts';
import { SHAPE } from './shapes.ts';

/** What decides where sentences end. */
export interface Splitter {
  readonly model: SentenceModel;
  /** Abbreviations after which none ever does: "Mr.", "Gen.". */
  readonly never: ReadonlySet<string>;
}

/**
 * Where sentences begin among tokens `[first, last)`, a paragraph or other stretch that no sentence leaves: indices of
 * their first tokens, `first` among them. A line break inside the stretch is a hint, not an end.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  { model, never }: Splitter,
): number[] {
  if (first >= last) return [];
  const begins = [first];
  const stretch = stretchOf(text, tokens, first, last);
  let since = startSince(0);
  for (let at = 0; at < last - first; at++) {
    const isWithin = at > 0 && (isNever(stretch, at - 1, never) || isBegun(stretch, at - 1, begins.at(-1)! - first));
    if (at > 0 && mayBegin(stretch, at, gapBefore(stretch, at)) && !isWithin) {
      const count = boundaryFeatures(stretch, since, at, model, FOUND);
      let sum = model.bias;
      for (let feature = 0; feature < count; feature++) sum += model.weights[FOUND[feature]!]!;
      if (sum > 0) {
        begins.push(first + at);
        since = startSince(at);
      }
    }
    pass(since, stretch.shapes[at]!);
  }
  return begins;
}

/** Written anew for every boundary; never read across calls. */
const FOUND = new Int32Array(MOST_FEATURES);

function isNever({ text, tokens, first, shapes }: Stretch, at: number, never: ReadonlySet<string>): boolean {
  if (shapes[at] !== SHAPE.abbreviation && shapes[at] !== SHAPE.initialism) return false;
  const { start, end } = tokens[first + at]!;
  return never.has(text.slice(start, end));
}

/** "[The U.N.] High Commissioner": no sentence is an article and an initialism. */
function isBegun({ text, tokens, first, shapes }: Stretch, at: number, begin: number): boolean {
  if (shapes[at] !== SHAPE.initialism || begin !== at - 1) return false;
  const { start, end } = tokens[first + begin]!;
  return /^the$/i.test(text.slice(start, end));
}
