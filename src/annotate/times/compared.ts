import type { Layers } from '../../document/layers.ts';

/** Words that set a figure beside another one. */
const CUES = new Set(['from', 'against', 'versus', 'compare', 'compared']);
/** Words between such a cue and the time of the figure. */
const REACH = 14;
const FIGURE = /^(?:CD|\$)$/;
const VERB = /^(?:VB[DPZ]|MD)$/;

/** Whether "last year" is the time of what a figure is compared with: "down from $3 million last year", "from last year's $3 million". */
export function isCompared(
  { reading: { lemmas, xpos } }: Pick<Layers, 'reading'>,
  first: number,
  token: number,
): boolean {
  // "last", "year", "'s", "$"
  let hasFigure = xpos[token + 2] === 'POS' && FIGURE.test(xpos[token + 3] ?? '');
  for (let at = token - 1; at >= Math.max(first, token - REACH) && !VERB.test(xpos[at]!); at--) {
    if (CUES.has(lemmas[at]!.toLowerCase())) return hasFigure;
    hasFigure ||= FIGURE.test(xpos[at]!);
  }
  return false;
}
