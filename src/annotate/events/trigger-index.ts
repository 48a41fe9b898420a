import type { EventKind, EventTrigger } from '../../vocabulary/records.ts';

/** One trigger of the vocabulary, ready to be looked for. */
export interface Pattern {
  readonly kind: EventKind;
  readonly trigger: EventTrigger;
  /** Lemmas besides the head's that must stand below it; articles do not count. */
  readonly others: readonly string[];
}

/** By part of speech and head lemma (`VERB stage`), the triggers: those of most words first, for the longest wins. */
export type TriggerIndex = ReadonlyMap<string, readonly Pattern[]>;

const ARTICLE = new Set(['a', 'an', 'the']);

export function triggerIndex(kinds: ReadonlyMap<string, EventKind>): TriggerIndex {
  const index = new Map<string, Pattern[]>();
  for (const kind of kinds.values())
    for (const trigger of kind.triggers) {
      const words = wordsOf(trigger);
      const head = trigger.pos === 'VERB' ? words[0]! : words.at(-1)!;
      const rest = trigger.pos === 'VERB' ? words.slice(1) : words.slice(0, -1);
      const key = `${trigger.pos} ${head}`;
      const pattern = { kind, trigger, others: rest.filter((word) => !ARTICLE.has(word)) };
      index.set(key, [...(index.get(key) ?? []), pattern]);
    }
  // A trigger that asks for company is surer than one that does not; Array.sort is stable, so data order decides the rest.
  const weight = ({ others, trigger }: Pattern) =>
    2 * others.length + (trigger.with || trigger.undergoer || trigger.frame ? 1 : 0);
  for (const patterns of index.values()) patterns.sort((a, b) => weight(b) - weight(a));
  return index;
}

/** The words of a trigger as trees have them, where hyphens part words: of "ill-treat" the head is the last, of "stand down" the first. */
function wordsOf({ lemma, pos }: EventTrigger): string[] {
  const [first = '', ...rest] = lemma.split(' ');
  const parts = first.split('-');
  const begin = pos === 'VERB' ? parts.reverse() : parts;
  return [...begin, ...rest.flatMap((word) => word.split('-'))];
}
