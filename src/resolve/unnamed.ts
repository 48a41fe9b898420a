import type { UnnamedSignature } from '../knowledge/appearance.ts';
import type { Entity, Extraction } from '../knowledge/extraction.ts';
import { headNoun } from './head-noun.ts';
import { foldedName } from './names.ts';
import { overlap } from './overlap.ts';
import { STORY_SHARED } from './story.ts';

/** By so many of what its article is most about, one without a name is looked for. */
const STORY_KEYS = 3;
const SHORTEST = 3;
const PLURAL = /(?:[^s]s|people)$/;

/**
 * What the unnamed of an article may be known by elsewhere, by their ids: "the gunman" of one day and one story. Of two whom
 * one noun tells of only the one with more mentions may; and nobody who is told of in a speaker's own words alone, because another
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
      const isTold = next?.mentions.length !== most.mentions.length;
      // That both articles have the noun says nothing of what else they are about.
      const about = story.filter((word) => word !== noun);
      return isTold ? [[most.id, { noun, day, marks: marksOf(most), story: about }] as const] : [];
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

/** Names and numbers in what it is called, folded: "a 20-year-old", "the Velm guard". */
function marksOf({ name }: Entity): string[] {
  const words = name.split(/\s+/).filter((word, at) => /\d/.test(word) || (at > 0 && /^\p{Lu}/u.test(word)));
  return [...new Set(words.map(foldedName))].filter(Boolean).sort();
}

export function unnamedKeys({ noun, day, story }: UnnamedSignature): string[] {
  return story.slice(0, STORY_KEYS).map((about) => `noun ${noun} ${day} #${about}`);
}

/** How surely two without a name are one: above 0 if articles of one day and one story call them alike, below if not. */
export function unnamedScore(a: UnnamedSignature | null, b: UnnamedSignature | null): number {
  if (!a || !b || a.noun !== b.noun || a.day !== b.day) return -1;
  const inCommon = overlap(a.story, b.story);
  if (inCommon === 0 || (a.marks.length > 0 && b.marks.length > 0 && overlap(a.marks, b.marks) === 0)) return -1;
  return inCommon >= STORY_SHARED ? inCommon : 0;
}
