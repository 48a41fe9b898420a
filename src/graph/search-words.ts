import stem from 'wink-porter2-stemmer';
import { remembered } from '../knowledge/remembered.ts';
import { foldedName } from './name-grams.ts';

/** Letters of the shortest word that texts are found by. */
const SHORTEST = 3;
/** Words that hold sentences together: nobody finds a text by them, and they would be a third of all there is to keep. */
const GLUE: ReadonlySet<string> = new Set(
  (
    'about after all and any are been but can could did for from had has have her him his how into its may more not only other our ' +
    'out over she should than that the their them then there these they this was were what when where which who will with would you your'
  ).split(' '),
);
/** Different words by which one text is found. */
const MOST = 200;
/** Of a search no more is looked at. */
const MOST_CHARACTERS = 1000;
const MOST_SOUGHT = 8;

const stemOf = remembered(stem);

/** The words of a text without their endings (Porter 2), by which a search compares: "sanctions" finds "sanctioned". */
export function stemsOf(text: string): string[] {
  return foldedName(text).split(' ').filter(Boolean).map(stemOf);
}

/** Under which words a text is found, each once. */
export function foundUnder(text: string): string[] {
  const long = foldedName(text)
    .split(' ')
    .filter((word) => word.length >= SHORTEST && !GLUE.has(word));
  return [...new Set(long.map(stemOf))].slice(0, MOST);
}

/** The words of a search, and those of them that texts are found under: the longest first, for it is likely to be the rarest. */
export function wordsSought(search: string): { readonly all: readonly string[]; readonly under: readonly string[] } {
  const text = search.slice(0, MOST_CHARACTERS);
  const longest = foundUnder(text).sort((a, b) => b.length - a.length);
  return { all: stemsOf(text), under: longest.slice(0, MOST_SOUGHT) };
}
