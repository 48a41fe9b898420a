import { remembered } from '../knowledge/remembered.ts';

/** A name as names are compared: no marks, case, articles or punctuation, one spelling of what English spells in two ways. */
export const foldedName: (name: string) => string = remembered((name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]s\b/g, '')
    .replace(/['’‘`´."“”]/g, '')
    .replace(/[^\p{L}\p{N}\p{So},-]+/gu, ' ')
    .replace(/\b(?:the|an?) /g, '')
    .replace(/(\p{L}{2})our(?=s?\b)/gu, '$1or')
    .replace(/(\p{L}{2})ence\b/gu, '$1ense')
    .replace(/\b(cent|theat)re\b/g, '$1er')
    .replace(/isation(?=s?\b)/g, 'ization')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** The longest of an entity's names, folded; of equals the first of the alphabet, null for the unnamed. */
export function longestName(aliases: readonly { readonly name: string }[]): string | null {
  const names = aliases.map(({ name }) => foldedName(name)).filter(Boolean);
  return names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

/** What companies write behind their names. */
const LEGAL = /,? (?:inc|incorporated|corp|corporation|co|ltd|limited|llc|plc|gmbh|ag|sa|nv|oyj?|ab)$/;

/** An organisation's folded name without its legal form. */
export function organisationName(folded: string): string {
  return folded.replace(LEGAL, '');
}

/** Bodies that every country has: they are one only within a country. */
const EVERYWHERE =
  /(?:^|\b)(?:ministry|department|parliament|senate|cabinet|government|police|army|navy|military|court|congress|central bank|treasury|state television|presidential office|national guard|air force|prosecutor|coast guard|national assembly)(?:\b|$)/;

/** Whether a folded name could be that of a body in any country. A name of four words or more tells enough by itself. */
export function isOfAnyCountry(folded: string): boolean {
  return EVERYWHERE.test(folded) && folded.split(' ').length < 4;
}

/** What a country has one of, whatever people or country stands before it: "Aurlandian navy", "Aurland's navy". */
const OF_COUNTRY = /^(?:\S+ ){0,2}(air force|army|coast guard|military|navy)$/;

/** "navy" of "the Aurlandian Navy", folded; null for what a country has many of or for another kind of name. */
export function nationalBody(folded: string): string | null {
  return OF_COUNTRY.exec(folded)?.[1] ?? null;
}

/** Whether a folded name is nothing but that of a ministry or of a parliament. */
export function isMinistry(folded: string): boolean {
  return /^(?:parliament|(?:interior|foreign|defense|finance|health|justice|energy|education|economy|trade|labor|transport|culture) ministry)$/.test(
    folded,
  );
}

/** Waters, which lie between countries. */
const WATER = /\b(?:sea|ocean|gulf|straits?|river|channel)\b/;

/** Whether a place is of no one country, though each article may say of which it speaks. */
export function isWater(folded: string): boolean {
  return WATER.test(folded);
}

interface PersonName {
  /** First and last name. */
  readonly key: string;
  readonly first: string;
  readonly last: string;
  readonly middle: string;
}

/**
 * First and last word of a person's folded name and what is between; null for a single word. An initial before two more
 * words is no first name: "J. Edwin Marsh".
 */
export function personName(folded: string): PersonName | null {
  const all = folded
    .replace(/,/g, '')
    .split(' ')
    .filter((word) => word !== '-');
  const words = all.length > 2 && all[0]?.length === 1 ? all.slice(1) : all;
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < 2 || first.length < 2) return null;
  return { key: `${first} ${last}`, first, last, middle: words.slice(1, -1).join(' ') };
}

/** A place's own name and what it is said to lie in: "Sarnholm, Aurland". */
export function placeName(folded: string): { readonly own: string; readonly within: string } {
  const [own = '', ...within] = folded.split(/,\s*/);
  return { own, within: within.join(' ') };
}
