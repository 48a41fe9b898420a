import type { Quotation } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import type { Quoted } from './quote-marks.ts';
import { type View, wordAt } from './view.ts';

/** Words of a term at most; more are somebody's words even within an indirect statement. */
const TERM = 3;

/** Words in quotation marks that are nobody's statement here, or are marked off within one: 'colour revolutions'. */
export function scareQuotes(quoted: readonly Quoted[], found: readonly Quotation[]): Span[] {
  const isWithin = (quote: Span, { start, end }: Span) => start <= quote.start + 1 && quote.end - 1 <= end + 1;
  const isSaid = (quote: Quoted) =>
    found.some(
      ({ kind, content }) =>
        (kind === 'direct' || quote.last - quote.first > TERM) && content.some((span) => isWithin(quote, span)),
    );
  return quoted.filter((quote) => !isSaid(quote) || quote.depth > 0).map(({ start, end }) => ({ start, end }));
}

/** “The River of Tarn”: every word of weight is capitalised, and no mark ends it. */
export function isTitle(view: View, { first, last }: Quoted): boolean {
  let capitals = 0;
  for (let token = first; token < last; token++) {
    const word = wordAt(view, token);
    if (/^\p{Lu}/u.test(word)) capitals++;
    else if (/^[.!?]$/.test(word) || /^(?:NOUN|VERB|ADJ|ADV|PRON)$/.test(view.reading.upos[token]!)) return false;
  }
  return capitals > 1;
}
