import type { RelationLayer, RelationReading } from '../../document/layers.ts';
import type { RelationCue, RelationKind } from '../../vocabulary/records.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { eventWordsOf } from '../events/event-words.ts';
import { firstAt, type View, viewOf } from '../events/view.ts';
import type { Sureness } from '../runtime/sureness.ts';
import { step } from '../step.ts';
import { births } from './births.ts';
import { citizens } from './citizens.ts';
import { cuesOf } from './cues.ts';
import { homeCountry } from './home-country.ts';
import { lives } from './lives.ts';
import { officesHeld } from './offices-held.ts';
import { participles } from './participles.ts';
import { placesWithin } from './places-within.ts';
import { possessions } from './possessions.ts';
import { predecessors } from './predecessors.ts';
import { reigns } from './reigns.ts';
import { roleVerbs } from './role-verbs.ts';
import { roles } from './roles.ts';
import { stakes } from './stakes.ts';
import { successions, takeovers } from './successions.ts';

/** What one rule finds; whose words they are and the rest is the same for all. */
export type Fact = Pick<
  RelationReading,
  'type' | 'from' | 'to' | 'label' | 'validFrom' | 'validTo' | 'start' | 'end' | 'rule'
> & { readonly negated?: boolean };

/**
 * Lasting facts between entities, each once: offices, members, jobs, leaders, owners, founders, kin, allies, rivals, who
 * followed whom, where they are at home, births and deaths.
 */
export function relations(
  {
    relations: kinds,
    relationWords,
    officeTitles,
    eventWords,
  }: Pick<Vocabulary, 'relations' | 'relationWords' | 'officeTitles' | 'eventWords'>,
  sureness: Sureness,
) {
  const words = eventWordsOf(eventWords);
  const titles = new Map(officeTitles.map(({ title, of }) => [title.toLowerCase(), of]));
  const ofForm = (form: RelationCue['form']) => relationWords.filter((cue) => cue.form === form);
  const nouns = cuesOf([...titleCues(officeTitles), ...ofForm('noun')]);
  const verbs = cuesOf(ofForm('verb'));
  const said = cuesOf(ofForm('participle'));
  const held = cuesOf(ofForm('stake'));
  const lived = cuesOf(ofForm('life'));
  const rules = cuesOf(ofForm('reign'));
  return step({
    name: 'relations',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times'],
    gives: 'relations',
    run({ text, publishedAt, segments }, layers): RelationLayer {
      const view = viewOf(text, layers, words);
      const dateline = segments.find(({ kind }) => kind === 'dateline');
      const home = homeCountry(view, dateline ? text.slice(dateline.start, dateline.end) : '');
      const facts = [
        ...settled(roles(view, nouns, titles, publishedAt, home), officesHeld(view, titles, publishedAt, home)),
        ...placesWithin(view, home),
        ...possessions(view),
        ...roleVerbs(view, verbs, kinds),
        ...successions(view),
        ...takeovers(view),
        ...participles(view, said),
        ...stakes(view, held),
        ...citizens(view),
        ...reigns(view, rules, home),
        ...births(view, publishedAt),
        ...lives(view, lived, publishedAt),
      ];
      const found = new Map<string, Fact>();
      for (const fact of [...facts, ...predecessors(facts, publishedAt)]) {
        const key = `${fact.type} ${fact.from} ${fact.to} ${fact.label} ${fact.validTo} ${fact.negated ?? false}`;
        if (!found.has(key)) found.set(key, fact);
      }
      return {
        relations: [...found.values()]
          .filter((fact) => isOfSomebody(view, fact) && fits(view, fact, kinds.get(fact.type)!))
          .sort((a, b) => a.start - b.start || a.end - b.end)
          .map((fact) => ({
            ...fact,
            negated: fact.negated ?? false,
            statement: voucherOf(view, fact.start),
            confidence: sureness(fact.rule, fact.type),
          })),
      };
    },
  });
}

/** Where a title's own words say of whom it is, they hold: "Drevia's Foreign Minister" is not of the story's country. */
function settled(told: readonly Fact[], taken: readonly Fact[]): Fact[] {
  const isTold = ({ from, start, end }: Fact) =>
    told.some((each) => each.from === from && each.start < end && start < each.end);
  return [...told, ...taken.filter((fact) => !isTold(fact))];
}

/** People without a name are told apart by nothing: their offices and successors say little. */
function isOfSomebody({ coreference: { entities } }: View, { from, to }: Fact): boolean {
  return [from, to].every(
    (each) => each === null || entities[each]!.type !== 'Person' || entities[each]!.aliases.length > 0,
  );
}

/** Kinds that are told of so many that only those between two with names say anything. */
const NAMED = new Set(['OWNS', 'FOUNDED', 'LOCATED_IN', 'CITIZEN_OF', 'BACKS']);

/** Whether both ends are such as the kind of relation is between. */
function fits({ coreference: { entities } }: View, { type, from, to }: Fact, kind: RelationKind): boolean {
  const isNamed = [from, to].every((each) => each === null || entities[each]!.aliases.length > 0);
  if (NAMED.has(type) && !isNamed) return false;
  // The police are a body to those who serve in it.
  const mayBe = (types: readonly string[], { type }: { readonly type: string }) =>
    types.includes(type) || (type === 'Group' && types.includes('Organization'));
  return mayBe(kind.from, entities[from]!) && (to === null ? kind.toNone : mayBe(kind.to, entities[to]!));
}

/**
 * Titles of one word as nouns that somebody may be of a country or body, and the last word of those of several of which it is
 * none alone ("chief [executive]"); where a noun is in the list of relations, that holds.
 */
function titleCues(titles: Vocabulary['officeTitles']): RelationCue[] {
  const short = new Set(titles.map(({ title }) => title.toLowerCase()));
  return titles
    .map(({ title, example }) => ({ words: title.toLowerCase().split(' '), isOf: title.includes(' of '), example }))
    .filter(({ words, isOf }) => words.length === 1 || !(isOf || short.has(words.at(-1)!)))
    .map(({ words, example }) => ({
      relation: 'HOLDS_OFFICE',
      form: 'noun',
      words: [words.at(-1)!],
      with: ['of', 'for', 'in'],
      labelled: true,
      example,
    }));
}

/** The statement that the words stand in; null is the narrator. */
function voucherOf({ tokens, saidIn }: View, start: number): number | null {
  const at = saidIn[firstAt(tokens, start)] ?? -1;
  return at < 0 ? null : at;
}
