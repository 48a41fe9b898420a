import type { Stretch } from '../../document/layers.ts';
import { product } from '../story/product.ts';
import type { Candidate } from './source-candidates.ts';
import type { View } from './view.ts';

/** What the ranker of sources looks at, in the order of its weights. */
export const FEATURES = [
  'link',
  'probability',
  'tied',
  'sameSentence',
  'before',
  'distance',
  'paragraphs',
  'pronoun',
  'name',
  'nearCue',
  'between',
] as const;

/** The features of one candidate, as numbers of about -5 to 5. */
export function sourceFeatures(view: View, content: Stretch, cue: Stretch | null, candidate: Candidate): number[] {
  const { sentences, sentenceOf, reading } = view;
  const before = candidate.last <= content.first;
  const gap = before ? content.first - candidate.last : Math.max(0, candidate.first - content.last);
  const sentence = sentences[sentenceOf[candidate.head]!]!;
  const own = sentences[sentenceOf[before ? content.first : content.last - 1]!]!;
  const cueGap = cue === null ? 30 : Math.min(30, Math.abs(candidate.head - cue.first));
  const upos = reading.upos[candidate.head];
  const isPart = candidate.first >= content.first && candidate.last <= content.last;
  return [
    Math.max(-5, Math.min(5, linkScore(view, content, candidate) / 3)),
    candidate.probability * 2,
    Number(candidate.tied) * 2,
    Number(sentence === own),
    Number(before),
    Math.log1p(gap) / 2,
    Math.min(3, Math.abs(sentence.segment - own.segment)),
    Number(upos === 'PRON'),
    Number(upos === 'PROPN'),
    1 - cueGap / 15,
    Number(isPart),
  ];
}

/** Words of a content that are asked: the ends know best, and a long quotation need not be read whole. */
const ASKED = 12;

/** How much the words of the content point at the candidate, against pointing at nobody (0). */
export function linkScore({ story }: View, content: Stretch, { first, last }: Stretch): number {
  const step = Math.max(1, Math.floor((content.last - content.first) / ASKED));
  let sum = 0;
  let count = 0;
  for (let word = content.first; word < content.last; word += step, count++) {
    let most = -Infinity;
    for (let token = first; token < last; token++)
      most = Math.max(most, product(story.says, word, story.speaks, token));
    sum += most;
  }
  return sum / count;
}
