import type { ReportingCue } from '../../vocabulary/records.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { View } from './view.ts';

/** A word of saying as the list of reporting verbs has it. */
export interface Cue {
  readonly lemma: string;
  readonly class: string;
}

/** The class of a cue that is in no list: the plainest. */
const PLAIN = 'state';

const SOMEBODY = /^(?:he|she|it|they|who|whom|I|we)$/;

/** Looks cues up by the lemma of their head, with the particle or preposition behind it where the list has one. */
export function cueList({ reportingVerbs, nouns }: Pick<Vocabulary, 'reportingVerbs' | 'nouns'>) {
  const cues = new Map<string, ReportingCue>();
  for (const cue of reportingVerbs) if (!cues.has(cue.lemma)) cues.set(cue.lemma, cue);
  const frames = new Map<string, ReadonlySet<string>>();
  for (const { lemma, pos, inward, frames: shapes } of reportingVerbs)
    if (pos === undefined && !inward) frames.set(lemma, new Set(shapes));
  const speakers = new Set(nouns.flatMap(({ type, nouns: lemmas }) => (type === 'Place' ? [] : lemmas)));

  /** The cue that a token and the one behind it are. */
  const withNext = ({ reading: { lemmas } }: View, token: number): Cue | null =>
    cues.get(`${lemmas[token]!.toLowerCase()} ${lemmas[token + 1]!.toLowerCase()}`) ?? null;

  /** The cue whose head is a token; null where the list does not have it. */
  const known = (view: View, token: number): Cue | null => {
    const lemma = view.reading.lemmas[token]!.toLowerCase();
    const phrase = view.syntax.heads[token + 1] === token ? withNext(view, token) : null;
    // The language model now and then drops the last letter: "prais".
    return phrase ?? cues.get(lemma) ?? cues.get(`${lemma}e`) ?? null;
  };
  /** "called [for] calm", "called [on] Oduya": the preposition hangs on what it leads to. */
  const withPreposition = (view: View, token: number): Cue | null => {
    const { reading, syntax, entities } = view;
    const led = syntax.heads[token + 1] ?? -1;
    if (led < 0 || reading.upos[token + 1] !== 'ADP') return null;
    if (syntax.heads[led] !== token || !/^obl/.test(syntax.relations[led]!)) return null;
    // "called on Monday"
    const isDay = entities.mentions.some((name) => name.label === 'Date' && name.first <= led && led < name.last);
    return isDay ? null : withNext(view, token);
  };
  return {
    known,
    of: (view: View, token: number): Cue =>
      withPreposition(view, token) ??
      known(view, token) ?? { lemma: view.reading.lemmas[token]!.toLowerCase(), class: PLAIN },
    /** The shapes in which a verb of saying has its content; null for verbs of thinking and whatever is none. */
    framesOf: ({ lemma }: Cue): ReadonlySet<string> | null => frames.get(lemma) ?? null,
    /** Whether a word names somebody who can speak: a name, a person, body or group, "he", "48 of them". */
    isSomebody: ({ reading, syntax }: View, token: number): boolean => {
      const upos = reading.upos[token];
      if (upos === 'PRON') return SOMEBODY.test(reading.lemmas[token]!);
      if (upos === 'NUM') return syntax.children[token]!.some((child) => syntax.relations[child] === 'nmod');
      return upos === 'PROPN' || speakers.has(reading.lemmas[token]!.toLowerCase());
    },
  };
}

export type CueList = ReturnType<typeof cueList>;
