import stemOf from 'wink-porter2-stemmer';
import type { Kinds } from './context.ts';

/** Kinds of event by the stems of their names; made once for a vocabulary. */
const known = new WeakMap<Kinds['events'], Map<string, string[]>>();

/** Kinds of event that a word names, by label, mode or trigger: "protests" is PROTEST. */
export function kindsNamed({ events }: Kinds, word: string): string[] {
  const byStem = known.get(events) ?? kindsByStem(events);
  known.set(events, byStem);
  return byStem.get(stemOf(word.toLowerCase())) ?? [];
}

function kindsByStem(events: Kinds['events']): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, label, modes, triggers } of events.values()) {
    const names = [id, label, ...modes.flatMap((mode) => [mode.id, mode.label]), ...triggers.map(({ lemma }) => lemma)];
    for (const stem of new Set(names.map((name) => stemOf(name.toLowerCase())))) {
      found.set(stem, [...(found.get(stem) ?? []), id]);
    }
  }
  return found;
}
