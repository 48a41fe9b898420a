import type { RelationLayer, RelationReading } from '../../document/layers.ts';
import type { RelationCue } from '../../vocabulary/records.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { firstAt, type View, viewOf } from '../events/view.ts';
import { step } from '../step.ts';
import { births } from './births.ts';
import { homeCountry } from './home-country.ts';
import { leaders } from './leaders.ts';
import { officesHeld } from './offices-held.ts';
import { roleVerbs } from './role-verbs.ts';
import { roles } from './roles.ts';
import { successions } from './successions.ts';

/** What one rule finds; whose words they are and the rest is the same for all. */
export type Fact = Pick<
  RelationReading,
  'type' | 'from' | 'to' | 'label' | 'validFrom' | 'validTo' | 'start' | 'end' | 'rule' | 'confidence'
> & { readonly negated?: boolean };

/** Lasting facts between entities, each once: offices, members, jobs, leaders, allies, rivals, who followed whom, births. */
export function relations({ relationWords, officeTitles }: Pick<Vocabulary, 'relationWords' | 'officeTitles'>) {
  const nouns = [...titleCues(officeTitles), ...relationWords.filter(({ form }) => form === 'noun')];
  const verbs = relationWords.filter(({ form }) => form === 'verb');
  return step({
    name: 'relations',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times'],
    gives: 'relations',
    run({ text, publishedAt, segments }, layers): RelationLayer {
      const view = viewOf(text, layers);
      const dateline = segments.find(({ kind }) => kind === 'dateline');
      const home = homeCountry(view, dateline ? text.slice(dateline.start, dateline.end) : '');
      const facts = [
        ...officesHeld(view, publishedAt, home),
        ...roles(view, nouns, publishedAt),
        ...roleVerbs(view, verbs),
        ...successions(view),
        ...leaders(view),
        ...births(view, publishedAt),
      ];
      const found = new Map<string, Fact>();
      for (const fact of facts) {
        const key = `${fact.type} ${fact.from} ${fact.to} ${fact.label} ${fact.validTo} ${fact.negated ?? false}`;
        if (!found.has(key)) found.set(key, fact);
      }
      return {
        relations: [...found.values()]
          .sort((a, b) => a.start - b.start || a.end - b.end)
          .map((fact) => ({ ...fact, negated: fact.negated ?? false, statement: voucherOf(view, fact.start) })),
      };
    },
  });
}

/** Titles of one word as nouns that somebody may be of a country or body; where a noun is in the list of relations, that holds. */
function titleCues(titles: Vocabulary['officeTitles']): RelationCue[] {
  return titles
    .filter(({ title }) => !title.includes(' '))
    .map(({ title, example }) => ({
      relation: 'HOLDS_OFFICE',
      form: 'noun',
      words: [title.toLowerCase()],
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
