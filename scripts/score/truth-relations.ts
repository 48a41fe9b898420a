import { isOfPeople } from '../../src/annotate/entities/is-of-people.ts';
import type { Extraction } from '../../src/app.ts';
import { type DemoReading, demoTruth } from './demo-readings.ts';
import { type Claimed, reliability } from './reliability.ts';
import type { Figures } from './token-scores.ts';
import { bare, type Misses, placeOf, type Quote, type Truth } from './truth-scores.ts';

type Relation = Extraction['relations'][number];

interface RelationTruth extends Truth {
  readonly relations: readonly Gold[];
}

interface Gold {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string | null;
  readonly tellings: readonly { readonly article: string; readonly words: Quote; readonly negated?: boolean }[];
}

/** Relations between the truth's actors are judged; of these kinds the truth has every one, of others (births) none. */
const JUDGED = new Set(['HOLDS_OFFICE', 'WORKS_FOR', 'LEADS', 'MEMBER_OF', 'SUCCEEDED', 'PART_OF']);
/** An office in the truth may be read as leading what it is of, and a job as an office: the same words say both. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  LEADS: ['LEADS', 'HOLDS_OFFICE'],
  HOLDS_OFFICE: ['HOLDS_OFFICE', 'LEADS', 'MEMBER_OF'],
  WORKS_FOR: ['WORKS_FOR', 'HOLDS_OFFICE'],
};

/**
 * Relations of the demo articles against seeds/truth.yaml, article by article: kind and both ends right, and the title
 * where the truth has one. A relation that an article tells several times counts once.
 */
export function truthRelations(
  readings: readonly DemoReading[],
  misses: Misses = { missed: [], spurious: [] },
  claims: Claimed[] = [],
): Figures {
  const truth = demoTruth<RelationTruth>();
  let [found, told, right, given] = [0, 0, 0, 0];
  for (const { key, extraction } of readings) {
    const gold = truth.relations.filter(({ tellings }) => tellings.some(({ article }) => article === key));
    const relations = extraction.relations.filter(({ type }) => JUDGED.has(type));
    for (const one of gold) {
      for (const { words } of one.tellings.filter(({ article }) => article === key))
        placeOf(extraction.article.text, words);
      told++;
      if (relations.some((each) => isSame(extraction, each, one, truth))) found++;
      else misses.missed.push(`${key} ${one.id}`);
    }
    for (const each of relations) {
      given++;
      // What an article repeats of another one's facts is as right as the telling that the truth quotes.
      const isRight = truth.relations.some((one) => isSame(extraction, each, one, truth));
      claims.push([each.confidence, isRight, each.rule, each.type]);
      if (isRight) right++;
      else misses.spurious.push(`${key} ${each.type} ${wordsOf(extraction, each)}`);
    }
  }
  console.log(reliability('demo.relations', claims));
  return new Map([
    ['demo.relations-recall', (100 * found) / told],
    ['demo.relations-precision', (100 * right) / given],
  ]);
}

function isSame(extraction: Extraction, one: Relation, gold: Gold, truth: Truth): boolean {
  if (!(ALIKE[gold.type] ?? [gold.type]).includes(one.type)) return false;
  if (gold.label && one.label && !isTitle(one.label, gold.label)) return false;
  return [one.from, one.to].every((each, at) => {
    const id = at === 0 ? gold.from : gold.to;
    return isCalled(extraction, each, id, truth) || isQuoted(extraction, each, gold, truth);
  });
}

/** What the truth quotes of an end is that end, unless it is another actor's name: "the force's commander". */
function isQuoted(extraction: Extraction, entity: string | null, gold: Gold, truth: Truth): boolean {
  const found = extraction.entities.find((each) => each.id === entity);
  if (!found || truth.actors.some(({ id }) => isCalled(extraction, entity, id, truth))) return false;
  const { text } = extraction.article;
  return gold.tellings.some(({ words }) => {
    const quoted = typeof words === 'string' ? words : words.words;
    return found.mentions.some(
      ({ start, end, form }) => form !== 'pronoun' && quoted.includes(text.slice(start, end)) && text.includes(quoted),
    );
  });
}

/** The same title, or one a part of the other: "chief surgeon" and "surgeon". */
function isTitle(one: string, other: string): boolean {
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

function isCalled({ article, entities }: Extraction, entity: string | null, id: string, { actors }: Truth): boolean {
  const actor = actors.find((each) => each.id === id);
  const found = entities.find((each) => each.id === entity);
  if (!actor || !found) return false;
  const names = new Set([actor.name, ...(actor.aliases ?? []), ...(actor.descriptions ?? [])].map(bare));
  const called = [
    ...found.mentions.map(({ start, end }) => article.text.slice(start, end)),
    ...found.aliases.map(({ name }) => name),
  ].map(bare);
  // "Karsholm's Harbour Hospital" is called Harbour Hospital, "Quessari" is of Quessar.
  return called.some(
    (one) =>
      names.has(one) ||
      names.has(one.replace(/^.+[’']s /, '')) ||
      (actor.type === 'Place' &&
        /(?:n|an|ian|i|ish|ese)$/.test(one) &&
        [...names].some((name) => isOfPeople(one, name))),
  );
}

function wordsOf({ article, entities }: Extraction, { from, to, label, start, end }: Relation): string {
  const nameOf = (id: string | null) => entities.find((each) => each.id === id)?.name ?? '-';
  return `${nameOf(from)} -> ${nameOf(to)} (${label}): ${start === null ? '' : article.text.slice(start, end!)}`;
}
