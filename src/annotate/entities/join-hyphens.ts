import type { Found } from './mentions-in.ts';
import { isHyphen, type Words, wordAt } from './words.ts';

/** Parts of a name that never stand alone: "al-Rashid", "Abdel-Karim". */
const PARTICLES: ReadonlySet<string> = new Set(
  'al el ad an ar as ash at az abd abdel abdul abu ben bin ibn ul ud un'.split(' '),
);

/**
 * Makes one name of a person's hyphenated parts: "Tamir|-|Bek Ardakov", "Odile Okonjo|-|Reyes". Two bare names are
 * left apart, they are a pair: "the Lorne|-|Varga talks".
 */
export function joinHyphens(found: readonly Found[], words: Words): Found[] {
  const joined: Found[] = [];
  for (const name of found) {
    const before = joined.at(-1);
    if (before && isOneName(before, name, words)) joined[joined.length - 1] = { ...before, last: name.last };
    else joined.push(name);
  }
  return joined.map((name, at) => completed(name, joined[at - 1]?.last ?? 0, joined[at + 1]?.first ?? Infinity, words));
}

function isOneName(left: Found, right: Found, words: Words): boolean {
  if (left.label !== 'Person' || right.label !== 'Person') return false;
  if (right.first !== left.last + 1 || !isHyphen(words, left.last)) return false;
  const isParticle = PARTICLES.has(wordAt(words, left.last - 1).toLowerCase());
  return isParticle || left.last - left.first > 1 || right.last - right.first > 1;
}

/** Takes in the other part of a hyphenated name, where the model saw only one. */
function completed(name: Found, from: number, until: number, words: Words): Found {
  if (name.label !== 'Person') return name;
  let { first, last } = name;
  if (first - 2 >= from && isHyphen(words, first - 1) && isNamePart(words, first - 2)) first -= 2;
  if (last + 2 <= until && isHyphen(words, last) && isNamePart(words, last + 1)) last += 2;
  return { ...name, first, last };
}

function isNamePart(words: Words, token: number): boolean {
  const word = wordAt(words, token);
  return PARTICLES.has(word.toLowerCase()) || (words.reading.upos[token] === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word));
}
