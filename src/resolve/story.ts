import type { Extraction } from '../knowledge/extraction.ts';
import { headNoun } from './head-noun.ts';
import { longestName } from './names.ts';

/** Of so many words that two articles are about, this many in common make them likely to tell of one thing. */
export const STORY_SHARED = 2;
/** By so many of them, the foremost, what is told in it is looked for. */
export const STORY_KEYS = 5;
const MOST_NAMES = 10;
const MOST_NOUNS = 7;
const SHORTEST = 3;

/**
 * What an article is about: the words of the names that it mentions most, folded, then the nouns for those without a name,
 * the most mentioned first. Articles on one thing share some of them, others hardly any, which tells topics of news apart
 * nearly as well as all their words do.
 */
export function storyOf({ entities }: Extraction): string[] {
  const named = new Map<string, number>();
  const unnamed = new Map<string, number>();
  for (const { aliases, name, mentions } of entities) {
    const longest = longestName(aliases);
    const words = longest ? longest.split(/[ ,]+/) : [headNoun(name)];
    const times = longest ? named : unnamed;
    for (const word of words) if (word.length >= SHORTEST) times.set(word, (times.get(word) ?? 0) + mentions.length);
  }
  return [...new Set([...mostIn(named, MOST_NAMES), ...mostIn(unnamed, MOST_NOUNS)])];
}

function mostIn(times: ReadonlyMap<string, number>, most: number): string[] {
  const sorted = [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.slice(0, most).map(([word]) => word);
}
