import type { StatementLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { eventWordsOf } from '../events/event-words.ts';
import { step } from '../step.ts';
import { about } from './about.ts';
import { audience } from './audience.ts';
import { saidAt } from './said-at.ts';
import { setting } from './setting.ts';
import { speakers } from './speakers.ts';
import { viewOf } from './view.ts';

/** Who says what to whom about whom: quotations with the entities that they concern. */
export function statements({ say, eventWords }: Pick<Vocabulary, 'say' | 'eventWords'>) {
  const words = { say, words: eventWordsOf(eventWords) };
  return step({
    name: 'statements',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'times'],
    gives: 'statements',
    run({ text }, layers): StatementLayer {
      const view = viewOf(text, layers);
      const speaker = speakers(view);
      return {
        statements: layers.quotations.quotations.map((quotation, at) => {
          const clause = quotation.cue && view.clauseAt.get(quotation.cue.head);
          const addressed = audience(view, quotation, clause ?? null, speaker[at]!);
          return {
            ...quotation,
            speaker: speaker[at]!,
            audience: addressed,
            setting: setting(view, quotation, clause ?? null),
            saidAt: saidAt(view, layers.times.times, quotation),
            about: about(view, quotation, clause ?? null, speaker[at]!, addressed, words),
          };
        }),
      };
    },
  });
}
