import type { UnnamedSignature } from '../knowledge/appearance.ts';
import type { Entity, Extraction } from '../knowledge/extraction.ts';
import { headNoun } from './head-noun.ts';
import { foldedName } from './names.ts';
import { overlap } from './overlap.ts';
import { STORY_SHARED } from './story.ts';
import type { Wording } from './wording.ts';

/** By so many of what its article is most about, one without a name is looked for. */
const STORY_KEYS = 8;
const SHORTEST = 3;
/** Of so many whom one noun tells of in an article, those with the most mentions. */
const MOST_OF_A_NOUN = 6;
/** What tells nothing of whom it stands before. */
const PLAIN =
  /^(?:the|an?|th(?:is|at|ese|ose)|my|your|his|her|its|our|their|some|any|all|both|each|every|one|other|another)$/;
/** A word in common before the noun tells as much as so many words of the story. */
const BEFORE_WEIGHS = 3;
/** Less than any that something says are one. */
const LEAST = 0.01;

/**
 * What the unnamed of an article may be known by elsewhere, by their ids: "the gunman" of one day and one story. Nobody who
 * is told of in a speaker's own words alone, because another speaker may mean others, nor "officials" and "witnesses" who
 * say something: those whom another reporter asked are others.
 */
export function unnamedOf(
  extraction: Extraction,
  story: readonly string[],
  wording: Wording,
): ReadonlyMap<string, UnnamedSignature> {
  const byNoun = new Map<string, Entity[]>();
  for (const entity of extraction.entities) {
    if (entity.aliases.length > 0 || entity.gazetteer || isOnlySaid(entity, extraction)) continue;
    const noun = headNoun(entity.name);
    if (noun.length < SHORTEST || (wording.isAsked(noun) && speaks(entity, extraction))) continue;
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), entity]);
  }
  const day = extraction.article.publishedAt.slice(0, 10);
  return new Map(
    [...byNoun].flatMap(([noun, all]) => {
      // That both articles have the noun says nothing of what else they are about.
      const about = story.filter((word) => word !== noun);
      const foremost = all.sort((a, b) => b.mentions.length - a.mentions.length).slice(0, MOST_OF_A_NOUN);
      return foremost.map((entity, rank) => {
        const before = wordsBefore(entity, noun);
        const marks = before.filter((word, at) => /\d/.test(word) || (at > 0 && /^\p{Lu}/u.test(word)));
        const said = before.map(foldedName).filter((word) => word.length > 1 && !PLAIN.test(word));
        return [
          entity.id,
          { noun, rank, day, before: distinct(said), marks: distinct(marks.map(foldedName)), story: about },
        ] as const;
      });
    }),
  );
}

function speaks({ id }: Entity, { statements }: Extraction): boolean {
  return statements.some(({ speaker }) => speaker === id);
}

function isOnlySaid({ mentions }: Entity, { statements }: Extraction): boolean {
  const quoted = statements.flatMap(({ kind, content }) => (kind === 'indirect' ? [] : content));
  return mentions.every(({ start, end }) => quoted.some((each) => each.start <= start && end <= each.end));
}

/** "A", "20-year-old" of "a 20-year-old woman". */
function wordsBefore({ name }: Entity, noun: string): string[] {
  const words = name.split(/\s+/);
  const at = words.findIndex((word) => foldedName(word) === noun);
  return words.slice(0, at < 0 ? words.length : at);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].filter(Boolean).sort();
}

export function unnamedKeys({ noun, day, story }: UnnamedSignature): string[] {
  return story.slice(0, STORY_KEYS).map((about) => `noun ${noun} ${day} #${about}`);
}

/**
 * How surely two without a name are one: above 0 if articles of one day and one story call them alike, below if not. Those
 * who are not the foremost of their noun are known by what stands before it, else only by being left over.
 */
export function unnamedScore(a: UnnamedSignature | null, b: UnnamedSignature | null): number {
  if (!a || !b || a.noun !== b.noun || a.day !== b.day || areOfOneArticle(a, b)) return -1;
  const inCommon = overlap(a.story, b.story);
  if (inCommon === 0 || areApart(a.marks, b.marks)) return -1;
  if (inCommon < STORY_SHARED) return 0;
  const alike = overlap(a.before, b.before);
  if (alike > 0 || (a.rank === 0 && b.rank === 0)) return inCommon + BEFORE_WEIGHS * alike;
  const areBothTold = a.before.length > 0 && b.before.length > 0;
  return areBothTold || (a.rank > 0 && b.rank > 0) ? 0 : LEAST * inCommon;
}

/** Whoever an article tells apart is apart. */
function areOfOneArticle(a: UnnamedSignature, b: UnnamedSignature): boolean {
  return a.rank !== b.rank && a.story.join() === b.story.join();
}

/** Two of which each is told by a number that the other has not, or by a name. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  if (overlap(a, b) > 0) return false;
  return [true, false].some((isNumber) => [a, b].every((marks) => marks.some((mark) => /\d/.test(mark) === isNumber)));
}
