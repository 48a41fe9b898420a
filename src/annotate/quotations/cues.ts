import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { View } from './view.ts';

/** A word of saying as the list of reporting verbs has it. */
export interface Cue {
  readonly lemma: string;
  readonly class: string;
}

/** The class of a cue that is in no list: the plainest. */
const PLAIN = 'state';

/** Looks cues up by the lemma of their head, with the particle or preposition behind it where the list has one. */
export function cueList({ reportingVerbs }: Pick<Vocabulary, 'reportingVerbs'>) {
  const classes = new Map<string, string>();
  for (const { lemma, class: kind } of reportingVerbs) if (!classes.has(lemma)) classes.set(lemma, kind);

  /** The cue whose head is a token; null where the list does not have it. */
  const known = ({ reading, syntax }: View, token: number): Cue | null => {
    const lemma = reading.lemmas[token]!.toLowerCase();
    for (const child of syntax.children[token]!) {
      if (child !== token + 1) continue;
      const phrase = `${lemma} ${reading.lemmas[child]!.toLowerCase()}`;
      const kind = classes.get(phrase);
      if (kind !== undefined) return { lemma: phrase, class: kind };
    }
    // The language model now and then drops the last letter: "prais".
    for (const form of [lemma, `${lemma}e`]) {
      const kind = classes.get(form);
      if (kind !== undefined) return { lemma: form, class: kind };
    }
    return null;
  };
  return {
    known,
    of: (view: View, token: number): Cue =>
      known(view, token) ?? { lemma: view.reading.lemmas[token]!.toLowerCase(), class: PLAIN },
  };
}

export type CueList = ReturnType<typeof cueList>;
