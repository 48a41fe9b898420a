import stem from 'wink-porter2-stemmer';
import { remembered } from '../knowledge/remembered.ts';
import { fullNamesFrom } from '../vocabulary/full-names.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What the vocabulary tells of words that tell who and what two articles speak of. */
export type Words = Pick<Vocabulary, 'sameWords' | 'reportingVerbs' | 'nouns' | 'nicknames'>;

/** What words tell of which event or whom they speak of. */
export interface Wording {
  /** What stands for all words that tell of the same happening, as a stem: "quake" and "earthquake", "announce" and "announcement". */
  wordOf(lemma: string, isNoun: boolean): string;
  /** Whether it is nothing but that something is said: an article has many of those, and each is known by what is said. */
  isPlainSaying(lemma: string): boolean;
  /** Whether each reporter finds others of that noun to ask: "officials", "witnesses". */
  isAsked(noun: string): boolean;
  /** Which given names a folded one may be short for. */
  fullNamesOf(first: string): readonly string[];
}

/** Verbs that leave it to their object what happens: "take a hostage". */
const LIGHT = /^(?:be|break|bring|carry|come|do|get|give|go|have|hold|make|put|set|take)$/;

const stemOf = remembered(stem);

/** Words of which the vocabulary knows nothing stand for themselves; of a phrase its head does: "life sentence", "agree to". */
export function wordingOf({ sameWords, reportingVerbs, nouns, nicknames }: Words): Wording {
  const first = new Map(
    sameWords.flatMap(({ lemmas }) => lemmas.map((lemma) => [stemOf(lemma), stemOf(lemmas[0] as string)] as const)),
  );
  const plain = new Set(
    reportingVerbs.filter((cue) => cue.class === 'state' && cue.frames.includes('parataxis')).map(({ lemma }) => lemma),
  );
  const asked = new Set(nouns.flatMap((list) => (list.asked ? list.nouns.map(stemOf) : [])));
  return {
    wordOf(lemma, isNoun) {
      const parts = lemma.split(' ');
      const head = stemOf(parts.at(isNoun || LIGHT.test(parts[0] as string) ? -1 : 0) as string);
      const asVerb = isNoun ? undefined : first.get(stemOf(`to ${parts[0]}`));
      return asVerb ?? first.get(stemOf(lemma)) ?? first.get(head) ?? head;
    },
    isPlainSaying: (lemma) => plain.has(lemma),
    isAsked: (noun) => asked.has(stemOf(noun)),
    fullNamesOf: fullNamesFrom(nicknames),
  };
}
