import { fullNamesFrom } from '../../vocabulary/full-names.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { EntityType, Gender } from './mention.ts';

/** What common nouns, titles, forms of address and given names tell of who they refer to. */
export interface Words {
  typeOf(lemma: string): EntityType | null;
  /** What sort of body or place a noun is of; null where it may be of several. */
  sortOf(lemma: string): string | null;
  genderOf(lemma: string): Gender | null;
  /** Whether a noun or title is of someone who leads a country or body. */
  leads(title: string): boolean;
  isTitle(title: string): boolean;
  genderOfGivenName(name: string): Gender | null;
  genderOfHonorific(form: string): Gender | null;
  /** Which given names one in lower case may be short for. */
  fullNamesOf(first: string): readonly string[];
}

export type WordLists = Pick<Vocabulary, 'nouns' | 'givenNames' | 'nicknames' | 'honorifics' | 'officeTitles'>;

export function wordsFrom({ nouns, givenNames, nicknames, honorifics, officeTitles }: WordLists): Words {
  const types = new Map<string, EntityType>();
  const sorts = new Map<string, string>();
  const genders = new Map<string, Gender>();
  const leading = new Set<string>();
  const titles = new Set<string>();
  for (const { type, sort, gender, leads, nouns: lemmas } of nouns) {
    for (const lemma of lemmas) {
      types.set(lemma, type);
      if (sort) sorts.set(lemma, sort);
      if (gender) genders.set(lemma, gender);
      if (leads) leading.add(lemma);
    }
  }
  for (const { title, leads } of officeTitles) {
    const key = keyOf(title);
    titles.add(key);
    if (leads) leading.add(key);
    // "secretary of state" is a secretary.
    const last = (key.split(' of ')[0] as string).split(' ').at(-1) as string;
    if (!types.has(last)) types.set(last, 'Person');
  }
  const given = new Map(
    givenNames.flatMap(({ gender, names }) => names.map((name) => [name.toLowerCase(), gender] as const)),
  );
  const address = new Map(honorifics.flatMap(({ form, gender }) => (gender ? [[keyOf(form), gender] as const] : [])));
  return {
    typeOf: (lemma) => types.get(lemma.toLowerCase()) ?? types.get(singularOf(lemma.toLowerCase())) ?? null,
    sortOf: (lemma) => sorts.get(lemma.toLowerCase()) ?? sorts.get(singularOf(lemma.toLowerCase())) ?? null,
    genderOf: (lemma) => genders.get(lemma.toLowerCase()) ?? null,
    leads: (title) => leading.has(keyOf(title)),
    isTitle: (title) => titles.has(keyOf(title)),
    genderOfGivenName: (name) => given.get(name.toLowerCase()) ?? null,
    genderOfHonorific: (form) => address.get(keyOf(form)) ?? null,
    fullNamesOf: fullNamesFrom(nicknames),
  };
}

/** The lemmatiser leaves some plurals as they are, or half way: "gunmen", "navie"; "ex-minister" is of "minister". */
function singularOf(word: string): string {
  return word
    .replace(/^ex-/, '')
    .replace(/men$/, 'man')
    .replace(/ies?$/, 'y')
    .replace(/([^s])s$/, '$1');
}

function keyOf(form: string): string {
  return form
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/[-\s]+/g, ' ');
}
