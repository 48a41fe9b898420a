import type { UnnamedSignature } from '../knowledge/appearance.ts';
import type { Entity, Extraction } from '../knowledge/extraction.ts';
import { headNoun } from './head-noun.ts';
import { foldedName } from './names.ts';
import { overlap } from './overlap.ts';
import { STORY_SHARED } from './story.ts';

/** By so many of what its article is most about, one without a name is looked for. */
const STORY_KEYS = 5;
const SHORTEST = 3;
const PLURAL = /(?:[^s]s|people)$/;

/**
 * What the unnamed of an article may be known by elsewhere, by their ids: "the gunman" of one day and one story. Of two whom
 * one noun tells of only the one with more mentions may, and of several groups the first; and nobody who is told of in a speaker's own words alone, because another
 * speaker may mean others, nor "officials" and "witnesses" who say something: those whom another reporter asked are others.
 */
export function unnamedOf(extraction: Extraction, story: readonly string[]): ReadonlyMap<string, UnnamedSignature> {
  const byNoun = new Map<string, Entity[]>();
  for (const entity of extraction.entities) {
    if (entity.aliases.length > 0 || entity.gazetteer || isOnlySaid(entity, extraction)) continue;
    const noun = headNoun(foldedName(entity.name));
    if (PLURAL.test(noun) && speaks(entity, extraction)) continue;
    if (noun.length >= SHORTEST) byNoun.set(noun, [...(byNoun.get(noun) ?? []), entity]);
  }
  const day = extraction.article.publishedAt.slice(0, 10);
  return new Map(
    [...byNoun].flatMap(([noun, all]) => {
      const [most, next] = all.sort((a, b) => b.mentions.length - a.mentions.length) as [Entity, Entity?];
      // “A man … another man” are two; “pirates … 23 pirates” are seldom others.
      if (next?.mentions.length === most.mentions.length && !PLURAL.test(noun)) return [];
      // That both articles have the noun says nothing of what else they are about.
      const about = story.filter((word) => word !== noun);
      return [[most.id, { noun, day, marks: marksOf(most, noun), story: about }] as const];
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

/** Names and numbers before its noun, folded: "a 20-year-old", "the Velm guard". */
function marksOf({ name }: Entity, noun: string): string[] {
  const words = name.split(/\s+/);
  const at = words.findIndex((word) => foldedName(word) === noun);
  const before = words.slice(0, at < 0 ? words.length : at);
  const marks = before.filter((word, index) => /\d/.test(word) || (index > 0 && /^\p{Lu}/u.test(word)));
  return [...new Set(marks.map(foldedName))].filter(Boolean).sort();
}

export function unnamedKeys({ noun, day, story }: UnnamedSignature): string[] {
  return story.slice(0, STORY_KEYS).map((about) => `noun ${noun} ${day} #${about}`);
}

/** How surely two without a name are one: above 0 if articles of one day and one story call them alike, below if not. */
export function unnamedScore(a: UnnamedSignature | null, b: UnnamedSignature | null): number {
  if (!a || !b || a.noun !== b.noun || a.day !== b.day) return -1;
  const inCommon = overlap(a.story, b.story);
  if (inCommon === 0 || areApart(a.marks, b.marks)) return -1;
  return inCommon >= STORY_SHARED ? inCommon : 0;
}

/** Two of which each is told by a number that the other has not, or by a name. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  if (overlap(a, b) > 0) return false;
  return [true, false].some((isNumber) => [a, b].every((marks) => marks.some((mark) => /\d/.test(mark) === isNumber)));
}
