import type { QuotationLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Ranker } from '../runtime/ranker.ts';
import { step } from '../step.ts';
import { chained } from './chained.ts';
import { cueList } from './cues.ts';
import { missed } from './missed.ts';
import { nested } from './nested.ts';
import { placed } from './placed.ts';
import { proposals } from './proposals.ts';
import { quoteMarks } from './quote-marks.ts';
import { scareQuotes } from './scare-quotes.ts';
import { settle } from './settle.ts';
import { unclaimed } from './unclaimed.ts';
import { headlinesOf, sentencesByToken } from './view.ts';

/** Who says what, in spans: contents, the words that name their source, and the words of saying. */
export function quotations(vocabulary: Pick<Vocabulary, 'reportingVerbs' | 'nouns'>, sources: Ranker) {
  const cues = cueList(vocabulary);
  return step({
    name: 'quotations',
    needs: ['tokens', 'reading', 'syntax', 'entities', 'story'],
    gives: 'quotations',
    run({ text, segments }, { tokens: { tokens, sentences }, reading, syntax, entities, story }): QuotationLayer {
      const sentenceOf = sentencesByToken(tokens.length, sentences);
      const view = {
        text,
        tokens,
        sentences,
        reading,
        syntax,
        entities,
        story,
        sentenceOf,
        headlines: headlinesOf(segments),
      };
      const quoted = quoteMarks(view);
      const told = chained(view, settle(view, proposals(view, quoted, cues, sources), quoted), cues);
      const found = unclaimed(
        view,
        placed([
          ...told,
          ...nested(view, told, quoted, cues),
          ...chained(view, missed(view, told, quoted, cues), cues),
        ]),
      );
      return { quotations: found, scareQuotes: scareQuotes(quoted, found) };
    },
  });
}
