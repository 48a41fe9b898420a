import type { Extraction } from '../knowledge/extraction.ts';
import { longestName } from './names.ts';

/** Of so many words that two articles are about, this many in common make them likely to tell of one thing. */
export const STORY_SHARED = 2;
const STORY_WORDS = 8;
const SHORTEST = 3;

/**
 * What an article is about: the words of the names that it mentions most, folded, in the order of the alphabet. Articles on
 * one thing share some of them, others hardly any, which tells topics of news apart nearly as well as all their words do.
 */
export function storyOf({ entities }: Extraction): string[] {
  const times = new Map<string, number>();
  for (const { aliases, mentions } of entities) {
    for (const word of (longestName(aliases) ?? '').split(/[ ,]+/)) {
      if (word.length >= SHORTEST) times.set(word, (times.get(word) ?? 0) + mentions.length);
    }
  }
  return [...times]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, STORY_WORDS)
    .map(([word]) => word)
    .sort();
}
