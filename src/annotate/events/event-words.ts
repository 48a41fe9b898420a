import type { Modality } from '../../document/layers.ts';
import type { EventWordList } from '../../vocabulary/records.ts';

type Use = EventWordList['use'];
/** Uses of which each word says how an event stands. */
type Modal = 'governor' | 'quality' | 'preposition';

/** The words of schema/lexicon/en/event-words.yaml by what they do; its schema says what each use is. */
export interface EventWords {
  has(use: Exclude<Use, Modal>, lemma: string): boolean;
  modality(use: Modal, lemma: string): Modality | undefined;
}

export function eventWordsOf(lists: readonly EventWordList[]): EventWords {
  const modalities = new Map<string, Modality | null>();
  for (const { use, modality, words } of lists)
    for (const word of words) modalities.set(`${use} ${word}`, modality ?? null);
  return {
    has: (use, lemma) => modalities.has(`${use} ${lemma}`),
    modality: (use, lemma) => modalities.get(`${use} ${lemma}`) ?? undefined,
  };
}
