import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** What the words around the names of an article tell of places. */
export interface PlacesTold {
  /** Forms that only a place can have: "[Drevia]'s foreign minister". */
  readonly sure: ReadonlySet<string>;
  /** Forms that are no person's, but may be a body's: "ambassador to [Drevia]", "[Washington] said". */
  readonly likely: ReadonlySet<string>;
  /** Whether a name stands where places do: "in [Drevia]", "[Drevia], which". */
  isPlaced(name: Found): boolean;
}

/** "the capital [Addis]" */
const BESIDE = /^(?:capital|city|district|enclave|island|province|region|suburb|town|village)$/;
const MODIFIER = /^(?:acting|new|former|interim|outgoing|self-declared|self-proclaimed|then)$/i;

/** Finds which names the vocabulary's words for places stand beside. */
export function placesTold(
  { placeWords, givenNames }: Pick<Vocabulary, 'placeWords' | 'givenNames'>,
  gazetteer: Pick<Gazetteer, 'country' | 'cities'>,
) {
  const given = new Set(givenNames.flatMap(({ names }) => names));
  // "[Washington] said": nobody by that name is ever given a first one.
  const isState = (form: string) =>
    !given.has(form) && (gazetteer.country(form) !== null || gazetteer.cities(form).some(({ isCapital }) => isCapital));
  const of = (...forms: string[]) => placeWords.filter(({ form }) => forms.includes(form));
  const wordsOf = (...forms: string[]) => new Set(of(...forms).flatMap(({ words }) => words));
  const owned = wordsOf('owned');
  const held = wordsOf('owned', 'held');
  const ofStates = wordsOf('owned', 'held', 'before');
  const where = wordsOf('where');
  const envoys = wordsOf('before');
  // "ambassador to" for each word and each preposition that it goes with.
  const before = new Set(
    of('before').flatMap(({ words, with: links = [] }) =>
      words.flatMap((word) => links.map((link) => `${word} ${link}`)),
    ),
  );

  return (found: readonly Found[], words: Words): PlacesTold => {
    const lower = (token: number) => wordAt(words, token).toLowerCase();
    const lemma = (token: number) => words.reading.lemmas[token]?.toLowerCase() ?? '';
    const isAmong = (list: ReadonlySet<string>, first: number) =>
      list.has(lemma(first)) || list.has(`${lower(first)} ${lemma(first + 1)}`);
    const its = itsOwn(words);
    const expelling = whoExpel(words, envoys);
    const has = (list: ReadonlySet<string>, { last }: Found) =>
      /^[’']s?$/.test(wordAt(words, last)) &&
      isAmong(list, MODIFIER.test(wordAt(words, last + 1)) ? last + 2 : last + 1);
    const isLedTo = ({ first }: Found) => {
      const link = lower(first - 1) === 'the' ? first - 2 : first - 1;
      const phrase = `${lemma(link - 1)} ${lower(link)}`;
      return before.has(phrase) || before.has(`${lower(link - 2)} ${phrase}`);
    };
    // "Sana Melk's foreign minister": whoever is named in full is nobody's country, nor is "the government of Melk".
    const inFull = new Set<string>();
    for (const { first, last, label } of found)
      for (let token = first; token < last; token++)
        if (label === 'Person' && last - first > 1) inFull.add(wordAt(words, token));
    const single = found.filter(({ first, last }) => last - first === 1 && words.reading.upos[first - 1] !== 'PROPN');
    const told = (test: (name: Found) => boolean) =>
      new Set(
        single.map(({ first }) => wordAt(words, first)).filter((form, at) => !inFull.has(form) && test(single[at]!)),
      );
    return {
      sure: told((name) => has(owned, name)),
      likely: told(
        (name) =>
          isState(wordAt(words, name.first)) ||
          has(held, name) ||
          isLedTo(name) ||
          // "accused neighbouring Drevia": people are not called so.
          /^neighbou?ring$/.test(lower(name.first - 1)) ||
          // "Drevia, which": no person is.
          (wordAt(words, name.last) === ',' && lower(name.last + 1) === 'which') ||
          expelling.has(name.first) ||
          (BESIDE.test(wordAt(words, name.first - 1)) && /^(?:the|its|their)$/.test(lower(name.first - 2))) ||
          isAmong(ofStates, its.get(words.reading.heads[name.first]!) ?? -1),
      ),
      isPlaced: ({ first, last }) =>
        where.has(lower(first - 1)) ||
        (last - first === 1 && wordAt(words, last) === ',' && lower(last + 1) === 'which'),
    };
  };
}

/**
 * By verb, the first word of what is its own: "ambassador" in "[Drevia] recalled its ambassador". Whoever does so is no person.
 */
function itsOwn(words: Words): Map<number, number> {
  const { heads, relations } = words.reading;
  const own = new Map<number, number>();
  for (const [token, relation] of relations.entries()) {
    const object = heads[token]!;
    if (relation !== 'nmod:poss' || relations[object] !== 'obj' || !/^its$/i.test(wordAt(words, token))) continue;
    own.set(heads[object]!, token + 1);
  }
  return own;
}

/** "[Drevia] expelled the Halvan ambassador": the subjects of verbs of which envoys are the objects. */
function whoExpel({ reading: { heads, relations, lemmas } }: Words, envoys: ReadonlySet<string>): Set<number> {
  const verbs = new Set<number>();
  for (const [token, relation] of relations.entries()) {
    const verb = heads[token]!;
    if (relation === 'obj' && lemmas[verb]?.toLowerCase() === 'expel' && envoys.has(lemmas[token]!.toLowerCase()))
      verbs.add(verb);
  }
  return new Set([...relations.keys()].filter((token) => relations[token] === 'nsubj' && verbs.has(heads[token]!)));
}
