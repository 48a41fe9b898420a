import type { NameMention, QuotationLayer, Stretch } from '../../document/layers.ts';
import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import { type View as TextView, wordAt } from '../quotations/view.ts';

export { sentencesByToken, spanOf, wordAt } from '../quotations/view.ts';

/** What the rules for entities look at. */
export interface View extends Omit<TextView, 'headlines'> {
  readonly quotations: QuotationLayer;
  readonly gazetteer: Gazetteer;
}

/** The names that overlap a stretch, in text order. */
export function namesIn({ entities: { mentions } }: Pick<View, 'entities'>, { first, last }: Stretch): NameMention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.last <= first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && mentions[end]!.first < last) end++;
  return mentions.slice(low, end);
}

/** Whether a sentence ends without a stop, as headlines do. */
export function isOpen(view: Pick<View, 'text' | 'tokens' | 'sentences'>, sentence: number): boolean {
  return !/^[.!?…)"'”’]+$/.test(wordAt(view, view.sentences[sentence]!.last - 1));
}

/** Tokens of its sentence that come before a token. */
export function roomBefore({ sentences, sentenceOf }: Pick<View, 'sentences' | 'sentenceOf'>, token: number): number {
  return token - sentences[sentenceOf[token]!]!.first;
}
