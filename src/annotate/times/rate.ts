import type { Layers } from '../../document/layers.ts';

const NOUN = /^NNS?$/;
const BESIDE_NOUN = /^(?:NNS?|JJ[RS]?|VB[GN])$/;
const MANY = new Set(['many', 'several', 'few', 'dozen', 'more', 'fewer']);
/** Words before the noun that are looked at. */
const REACH = 4;
/** Words after "a week" that make it a length: "two attacks a week before the vote". */
const OF_A_LENGTH = new Set(['before', 'after', 'ago', 'earlier', 'later', 'from', 'into', 'prior', 'or']);

/** Whether "a week" is how often something is counted: "700 seats a week", "several new cases a day". */
export function isRate({ reading: { lemmas, xpos } }: Pick<Layers, 'reading'>, first: number, token: number): boolean {
  if (!NOUN.test(xpos[token - 1] ?? '') || OF_A_LENGTH.has(lemmas[token + 2]?.toLowerCase() ?? '')) return false;
  for (let at = token - 2; at >= Math.max(first, token - 1 - REACH); at--) {
    if (xpos[at] === 'CD' || MANY.has(lemmas[at]!.toLowerCase())) return true;
    if (!BESIDE_NOUN.test(xpos[at]!)) return false;
  }
  return false;
}
