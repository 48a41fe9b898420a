import type { Appearance, TextSignature } from '../knowledge/appearance.ts';
import type { Extraction } from '../knowledge/extraction.ts';
import { agreement, bandsOf, sketchOf } from './sketch.ts';

const UNDECIDED = { same: [], different: [], named: null, pin: null };
/** Fewer words than these are like many others. */
const FEWEST_WORDS = 40;
const RUN = 4;
const ROWS = 4;
/** Reprints of one wire text differ in their credits, cuts and headlines. */
const ALIKE = 0.5;

/** The body of an article as a whole, by which its reprints are known. */
export function textAppearances({ article }: Extraction): Appearance[] {
  const body = article.segments
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end }) => article.text.slice(start, end));
  // Bounded, because a word of a million letters would be more than the stack of the search takes.
  const words =
    body
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,64}/gu) ?? [];
  if (words.length < FEWEST_WORDS) return [];
  const signature: TextSignature = { kind: 'text', sketch: sketchOf(words, RUN), ...UNDECIDED };
  return [{ local: 'text', signature, keys: textKeys(signature), reach: [], called: null }];
}

export function textKeys({ sketch }: TextSignature): string[] {
  return bandsOf(sketch, ROWS).map((band) => `text ${band}`);
}

/** Above 0 for two that are one text; never below: a reprint of a reprint is one too. */
export function textScore(a: TextSignature, b: TextSignature): number {
  const share = agreement(a.sketch, b.sketch);
  return share >= ALIKE ? share : 0;
}
