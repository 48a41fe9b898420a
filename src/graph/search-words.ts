import stemOf from 'wink-porter2-stemmer';
import { foldedName } from './name-grams.ts';

/** Letters of the shortest word that texts are found by. */
const SHORTEST = 3;
/** Different words by which one text is found. */
const MOST = 200;

/** The words of a text without their endings (Porter 2), by which a search compares: "sanctions" finds "sanctioned". */
export function stemsOf(text: string): string[] {
  return foldedName(text).split(' ').filter(Boolean).map(stemOf);
}

/** Under which words a text is found, each once. */
export function foundUnder(text: string): string[] {
  const words = foldedName(text).split(' ');
  const long = words.filter(({ length }) => length >= SHORTEST).map(stemOf);
  return [...new Set(long)].slice(0, MOST);
}

/** Of the words of a search the one to look under: the longest, for it is likely to be the rarest. None where all are short. */
export function soughtUnder(search: string): string | null {
  const words = foundUnder(search);
  return words.length === 0 ? null : words.reduce((a, b) => (b.length > a.length ? b : a));
}
