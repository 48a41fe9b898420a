import type { Found } from './mentions-in.ts';
import { isHyphen, type Words, wordAt } from './words.ts';

/**
 * "Russian-led", "British-backed": the adjective before a hyphen is no person and no place, and what follows the hyphen
 * is no name. "Castane-led" stays a person's.
 */
export function nationality(found: readonly Found[], words: Words): Found[] {
  return found.flatMap((name) => {
    const hyphen = hyphenOf(name, words);
    if (hyphen < 0) return [name];
    const last = Math.min(name.last, hyphen);
    const isAdjective = last - name.first === 1 && words.reading.upos[last - 1] === 'ADJ';
    const label = isAdjective && name.label !== 'Date' ? 'NORP' : name.label;
    return [{ ...name, last, label }];
  });
}

/** The hyphen in a name or after it that is followed by a participle in lower case; -1 for none. */
function hyphenOf({ first, last }: Found, words: Words): number {
  for (let at = first + 1; at <= last; at++) {
    if (!isHyphen(words, at) || !/^\p{Ll}/u.test(wordAt(words, at + 1))) continue;
    if (/^VB[NGD]$/.test(words.reading.xpos[at + 1]!)) return at;
  }
  return -1;
}
