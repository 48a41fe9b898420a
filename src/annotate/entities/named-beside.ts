import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Found } from './mentions-in.ts';
import { type Words, wordAt, wordsOf } from './words.ts';

/**
 * "Ostrova's party, [Fair Harbour]," and "[Free Hands], the dockers' union,": a capitalised name beside a noun for bodies
 * is of a body, whether the model saw no name or took it for a place.
 */
export function namedBeside({ nouns }: Pick<Vocabulary, 'nouns'>) {
  const bodies = new Set(nouns.flatMap(({ type, nouns: lemmas }) => (type === 'Organization' ? lemmas : [])));
  return (found: readonly Found[], words: Words): readonly Found[] => {
    const { upos, lemmas, heads, relations } = words.reading;
    const isBody = (token: number) =>
      upos[token] === 'NOUN' && (bodies.has(lemmas[token]!.toLowerCase()) || GROUPS.test(lemmas[token]!));
    const owned = new Set(heads.filter((_, at) => relations[at] === 'nmod:poss'));
    const named: Found[] = [];
    for (const [token, relation] of relations.entries()) {
      const head = heads[token]!;
      if (relation !== 'appos' || head < 0) continue;
      // "the dam's operator, [Halvard Power]"
      const runs = owned.has(head) && RUNNING.test(lemmas[head]!);
      const name = isBody(head) || runs ? token : isBody(token) ? head : -1;
      if (name < 0 || upos[name] !== 'PROPN' || isPlaceBefore(words, name, head)) continue;
      const around = nameAround(words, name);
      const longer = found.find(({ first, last }) => first === around.first && last > around.last);
      named.push({ ...(longer ?? around), label: 'Organization' });
    }
    const told = new Set(named.filter((one) => isRightBehind(words, one)).map((one) => wordsOf(words, one)));
    const isTold = (one: Found) => told.has(wordsOf(words, one));
    const kept = named.filter((one) =>
      found.every(
        (other) =>
          !overlaps(one, other) || isDoubtful(one, other) || (told.size > 0 && isTold(one) && covers(one, other)),
      ),
    );
    const others = found
      .filter((other) => !kept.some((one) => overlaps(one, other)))
      .map(
        (other): Found =>
          told.size > 0 && OF_OTHERS.test(other.label) && isTold(other) ? { ...other, label: 'Organization' } : other,
      );
    return [...others, ...kept].sort((a, b) => a.first - b.first);
  };
}

/** Nouns for people who go by one name together. */
const GROUPS = /^(?:faction|group|militia|movement|network|organi[sz]ation)$/;
const OF_OTHERS = /^(?:Person|Location|Facility)$/;

/** "the militant group [Bright Dawn]": with nothing between noun and name it is of a body, whatever the model took it for elsewhere. */
function isRightBehind({ reading }: Words, { first, last }: Found): boolean {
  const noun = first - 1;
  if (noun < 1 || reading.upos[noun] !== 'NOUN' || !/Number=Sing/.test(reading.feats[noun] ?? '')) return false;
  for (let token = first; token < last; token++)
    if (reading.heads[token] === noun) return reading.relations[token] === 'appos';
  return false;
}

function covers(one: Found, { first, last }: Found): boolean {
  return one.first <= first && last <= one.last;
}

/** "the court in the capital, [Tarn]": it is the noun right before it that a name behind a comma goes with. */
function isPlaceBefore(words: Words, name: number, head: number): boolean {
  const { first } = nameAround(words, name);
  const noun = wordAt(words, first - 1) === ',' ? first - 2 : -1;
  return noun > head && PLACES.test(words.reading.lemmas[noun]?.toLowerCase() ?? '');
}

const PLACES = /^(?:capital|city|district|port|province|region|suburb|town|village)$/;

/** What runs a thing is a body, where it is called so beside its name. */
const RUNNING = /^(?:contractor|developer|maker|manufacturer|operator|owner|publisher)$/;

/** The capitalised words next to each other that a name's head is among. */
function nameAround(words: Words, head: number): { first: number; last: number } {
  const { reading } = words;
  const isPart = (token: number) => reading.heads[token] === head && /^\p{Lu}/u.test(wordAt(words, token));
  let first = head;
  while (first > 0 && isPart(first - 1)) first--;
  let last = head + 1;
  while (last < reading.upos.length && isPart(last)) last++;
  return { first, last };
}

function overlaps(one: Found, other: Found): boolean {
  return one.first < other.last && other.first < one.last;
}

/** What the model saw lies within, and is neither a person nor a body already. */
function isDoubtful(one: Found, { first, last, label }: Found): boolean {
  return covers(one, { first, last, label }) && label !== 'Person' && label !== 'Organization' && label !== 'NORP';
}
