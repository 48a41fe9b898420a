import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** Marks that may stand within a name and never at its ends, but for the full stop of an abbreviation cut in parts. */
const MARK = /^[^\p{L}\p{N}\p{Sc}%+#@°.]+$/u;
const POSSESSIVE = /^(?:['’`´]s?|s['’])$/iu;

/** Words that no name of a person goes on with: "[Drevia] on Monday expelled". */
const BEYOND = /^(?:on|in|at|to|for|from|by|with|after|before|as|who|which)$/;

/** Leaves quotation marks, commas and the possessive outside: "[Lund]'s", "“[Radio Belmark],". */
export function trimEdges(found: readonly Found[], words: Words): Found[] {
  return found.flatMap((name) => {
    let { first, last } = name;
    // "the GPL (Green Pact League) troops": no name goes beyond a bracket that it does not open.
    for (let at = first, open = 0; at < last; at++) {
      open += wordAt(words, at) === '(' ? 1 : wordAt(words, at) === ')' ? -1 : 0;
      if (open < 0) last = at;
    }
    if (name.label === 'Person') {
      // "[Ex-president Dorn] convicted"
      for (let at = first + 1; at < last; at++) if (isBeyond(words, at)) last = at;
      // "[Hugo Brandt] of Drevia"; "Catherine of Aragon" is a name.
      for (let at = first + 2; at < last; at++) if (/^of$/.test(wordAt(words, at))) last = at;
    }
    // "to oust Melk": what is written small and done is nobody's name.
    if (last - first === 1 && /^(?:Person|Location)$/.test(name.label) && isDeed(words, first)) return [];
    while (last > first && isEdge(words, last - 1, name.label)) last--;
    while (first < last && MARK.test(wordAt(words, first))) first++;
    return first < last ? [{ ...name, first, last }] : [];
  });
}

function isEdge(words: Words, token: number, label: string): boolean {
  const word = wordAt(words, token);
  // "two days'" is a date with its mark; everywhere else the possessive is grammar.
  if (POSSESSIVE.test(word)) return label !== 'Money';
  return MARK.test(word);
}

function isBeyond(words: Words, token: number): boolean {
  return BEYOND.test(wordAt(words, token)) || isDeed(words, token);
}

function isDeed(words: Words, token: number): boolean {
  return /^(?:VERB|AUX)$/.test(words.reading.upos[token]!) && /^\p{Ll}/u.test(wordAt(words, token));
}
