import type { CoreferenceLayer } from '../../document/layers.ts';
import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import type { Ranker } from '../runtime/ranker.ts';
import { step } from '../step.ts';
import { chains } from './chains.ts';
import { detectMentions } from './detect-mentions.ts';
import { entitiesOf } from './entities-of.ts';
import { spokenFor } from './ours.ts';
import { voices } from './speaker-links.ts';
import { sentencesByToken } from './view.ts';
import { type WordLists, wordsFrom } from './words.ts';

/** Who is meant: the persons, organisations, places and groups of the article, each with all its mentions. */
export function coreference(lists: WordLists, gazetteer: Gazetteer, antecedents: Ranker) {
  const words = wordsFrom(lists);
  return step({
    name: 'coreference',
    needs: ['tokens', 'reading', 'syntax', 'entities', 'story', 'quotations'],
    gives: 'coreference',
    run({ text }, { tokens: { tokens, sentences }, reading, syntax, entities, story, quotations }): CoreferenceLayer {
      const sentenceOf = sentencesByToken(tokens.length, sentences);
      const view = { text, tokens, sentences, sentenceOf, reading, syntax, entities, story, quotations, gazetteer };
      const mentions = detectMentions(view, words);
      const voiceOf = voices(view, mentions);
      const chainOf = spokenFor(view, mentions, chains(view, mentions, words, antecedents, voiceOf), voiceOf);
      return entitiesOf(view, words, mentions, chainOf);
    },
  });
}
