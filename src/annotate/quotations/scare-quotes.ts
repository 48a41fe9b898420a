import type { Quotation } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import type { Quoted } from './quote-marks.ts';
import type { View } from './view.ts';

/** Words in quotation marks that are nobody's statement here, or are marked off within one: 'colour revolutions'. */
export function scareQuotes(_view: View, quoted: readonly Quoted[], found: readonly Quotation[]): Span[] {
  const said = found.flatMap(({ content }) => content);
  const isSaid = ({ start, end }: Span) => said.some((span) => span.start <= start + 1 && end - 1 <= span.end + 1);
  return quoted.filter((quote) => !isSaid(quote) || quote.depth > 0).map(({ start, end }) => ({ start, end }));
}
