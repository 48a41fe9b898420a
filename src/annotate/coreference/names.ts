/** A name as it is compared: words without marks, accents and case, spelling evened out. */
export interface NameKey {
  readonly words: readonly string[];
  /** Set where it is written as an acronym: "HWU". */
  readonly acronym: string | null;
  /** The acronyms it may have: first letters with and without small words. */
  readonly initials: readonly string[];
}

const SMALL: ReadonlySet<string> = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'to',
  'de',
  'la',
  'du',
  'des',
  'a',
  'an',
  '&',
]);
const SUFFIX: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'inc', 'corp', 'ltd', 'llc', 'plc', 'co']);
const LONGEST_ACRONYM = 8;

export function nameKey(name: string): NameKey {
  const written = name.split(/[\s,/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const words = written.map(even).filter((word) => word !== '' && word !== 'the');
  const core = words.filter((word) => !SUFFIX.has(word));
  const letters = name.replace(/[.\s]/g, '');
  const acronym =
    /^\p{Lu}[\p{Lu}\d]+s?$/u.test(letters) && letters.length <= LONGEST_ACRONYM ? letters.toLowerCase() : null;
  const parts = written.flatMap((word) => word.split('-')).filter((word) => /^[\p{L}]/u.test(word));
  const firsts = (kept: readonly string[]) => kept.map((word) => (word[0] as string).toLowerCase()).join('');
  const big = parts.filter((word) => !SMALL.has(word.toLowerCase()));
  const initials = parts.length > 1 ? [...new Set([firsts(parts), firsts(big)])] : [];
  return { words: core.length > 0 ? core : words, acronym, initials };
}

/** "Organisation" and "Organization", "Łomnica" and "Lomnica", "Oduya's" and "Oduya" are the same word. */
function even(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s?$/u, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/is(ation|e|ing|ed)/g, 'iz$1')
    .replace(/(?<=\p{L}{3})re$/u, 'er')
    .replace(/our$/u, 'or');
}

/** Whether two names may be of one person: "Mara Oduya", "Oduya", "M. Oduya", "Mara"; "Joe Melk" is Joseph Melk. */
export function isSamePerson(
  { words: a }: NameKey,
  { words: b }: NameKey,
  fullNamesOf: (short: string) => readonly string[],
): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.length === 1) return short[0] === long.at(-1) || short[0] === long[0];
  if (short.at(-1) !== long.at(-1)) return false;
  const [first] = short as [string];
  if (fullNamesOf(first).includes(long[0]!) || fullNamesOf(long[0]!).includes(first)) return true;
  return long.some(
    (word) =>
      word === first || (first.length === 1 && word.startsWith(first)) || (word.length === 1 && first.startsWith(word)),
  );
}

/** "HWU" of the Harbour Workers' Union, "LIONS" of the Karsk Lions. */
function isAcronymOf({ acronym, words }: NameKey, { words: long, initials }: NameKey): boolean {
  return initials.includes(acronym as string) || (PLURAL.test(words[0] ?? '') && isShortBody(words[0]!, long));
}

/** Plurals that many bodies end with, and none goes by. */
const MANY =
  /^(?:affairs|airlines|airways|associates|brothers|communications|engineers|enterprises|farmers|foods|forces|holdings|industries|journalists|lawyers|news|nurses|officers|partners|police|services|solutions|sports|states|studies|systems|teachers|technologies|women|workers|works)$/;
const PLURAL = /(?:[^s]s|sox)$/;

/** "Halvard" of "Halvard Group", "the Lions" of "the Karsk Lions". */
function isShortBody(short: string, long: readonly string[]): boolean {
  if (short.length <= 3 && short !== 'sox') return false;
  if (short === long[0]) return long.length <= 3;
  return short === long.at(-1) && PLURAL.test(short) && !MANY.test(short) && long.every((word) => !SMALL.has(word));
}

/** Whether two names may be of one body or place: "Harbour Workers' Union", "HWU", "the Union". */
export function isSameBody(a: NameKey, b: NameKey): boolean {
  if (a.words.join(' ') === b.words.join(' ')) return true;
  if (a.acronym !== null && b.acronym === null) return isAcronymOf(a, b);
  if (b.acronym !== null && a.acronym === null) return isAcronymOf(b, a);
  if (a.acronym !== null || b.acronym !== null) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  // The start of a longer name ("Halvard" of "Halvard Group") or all its weighty words; never just its last, "Union", but a team's.
  if (short.length === 1) return isShortBody(short[0]!, long);
  // "Council of the Union" is no union.
  const at = long.indexOf(short[0] as string);
  if (at > 0 && long[at - 1] === 'of') return false;
  return short.every((word) => long.includes(word)) && short.length >= long.length - 2;
}
