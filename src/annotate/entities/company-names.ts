import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Found } from './mentions-in.ts';
import { type Words, wordAt, wordsOf } from './words.ts';

/** What no person has: "[Norvik]'s shareholders". */
const OWNED = /^(?:chairman|chairwoman|executive|shareholder|subsidiary)$/;

/**
 * "[Norvik]'s chief executive", "drugmaker [Norvik]": a single word that the model took for a person is of a body, throughout an
 * article that once tells so.
 */
export function companyNames({ nouns }: Pick<Vocabulary, 'nouns'>) {
  const companies = new Set(nouns.flatMap(({ sort, nouns: lemmas }) => (sort === 'company' ? lemmas : [])));
  return (found: readonly Found[], words: Words): readonly Found[] => {
    const { lemmas, upos, heads, relations } = words.reading;
    const lemmaOf = (token: number) => (lemmas[token] ?? '').toLowerCase();
    const isCompany = ({ first, last, label }: Found) => {
      if (label !== 'Person' || last - first > 1) return false;
      const owned = relations[first] === 'nmod:poss' && /^[’']s?$/.test(wordAt(words, last)) ? heads[first]! : -1;
      const isBehind = first > 0 && upos[first - 1] === 'NOUN' && companies.has(lemmaOf(first - 1));
      return isBehind || (owned >= 0 && OWNED.test(lemmaOf(owned)));
    };
    const told = new Set(found.filter(isCompany).map((name) => wordsOf(words, name)));
    if (told.size === 0) return found;
    return found.map((name) =>
      name.label === 'Person' && told.has(wordsOf(words, name)) ? { ...name, label: 'Organization' as const } : name,
    );
  };
}
