import type { Stretch } from '../../document/layers.ts';
import { type View, wordAt } from './view.ts';

/** Words of the longest label. */
const LONGEST = 5;
const QUOTE = /^["'“”‘’«»„]+$/u;
const DASH = /^[-–—―]+$/u;

/** A speaker's name before a colon at the start of a paragraph: "ODUYA: We will not yield." Null where there is none. */
export function labelOf(view: View, segmentFirst: number): Stretch | null {
  let first = segmentFirst;
  while (first < view.tokens.length && QUOTE.test(wordAt(view, first))) first++;
  for (let last = first + 1; last <= first + LONGEST && last < view.tokens.length; last++) {
    if (!isName(view, last - 1)) return null;
    if (wordAt(view, last) === ':') return { first, last };
  }
  return null;
}

/** A speaker's name behind a dash after the closing mark: “We will not yield.” — Mara Oduya */
export function signatureOf(view: View, content: Stretch): Stretch | null {
  let first = content.last;
  while (first < view.tokens.length && /^[\p{P}]+$/u.test(wordAt(view, first)) && !DASH.test(wordAt(view, first)))
    first++;
  if (first === content.last || first + 1 >= view.tokens.length || !DASH.test(wordAt(view, first))) return null;
  first++;
  let last = first;
  while (last < view.tokens.length && last < first + LONGEST && view.reading.upos[last] === 'PROPN') last++;
  return last > first ? { first, last } : null;
}

function isName(view: View, token: number): boolean {
  const word = wordAt(view, token);
  return view.reading.upos[token] === 'PROPN' || /^\p{Lu}{2,}$/u.test(word) || word === '.';
}
