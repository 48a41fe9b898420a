import type { LinkLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { eventWordsOf } from '../events/event-words.ts';
import { step } from '../step.ts';
import { nounLinks } from './noun-links.ts';
import { phraseLinks } from './phrase-links.ts';
import { settle } from './settle.ts';
import { verbLinks } from './verb-links.ts';
import { viewOf } from './view.ts';

/** How the events of an article hang together, as far as its words say: causes claimed and denied, parts, order, growth, answers. */
export function links({ linkWords, eventWords }: Pick<Vocabulary, 'linkWords' | 'eventWords'>) {
  const words = eventWordsOf(eventWords);
  const of = (form: string) => linkWords.filter((cue) => cue.form === form);
  const [verbs, nouns, phrases] = [of('verb'), of('noun'), of('phrase')];
  return step({
    name: 'links',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times', 'events'],
    gives: 'links',
    run({ text }, layers): LinkLayer {
      const view = viewOf(text, layers, words);
      if (view.events.length < 2) return { links: [] };
      return {
        links: settle(view, [...verbLinks(view, verbs), ...nounLinks(view, nouns), ...phraseLinks(view, phrases)]),
      };
    },
  });
}
