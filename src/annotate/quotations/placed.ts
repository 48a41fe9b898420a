import type { Quotation } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';

/** Quotations in the order of the layer, each with the narrowest that it stands within: of two with the same words the later in the list. */
export function placed(found: readonly Quotation[]): Quotation[] {
  const ordered = [...found].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  return ordered.map((one, at) => {
    let within: number | null = null;
    // An enclosing one stands before it.
    for (let before = at - 1; before >= 0 && within === null; before--)
      if (one.content.every((span) => ordered[before]!.content.some((outer) => encloses(outer, span)))) within = before;
    return { ...one, within };
  });
}

const startOf = ({ content }: Quotation) => content[0]!.start;
const endOf = ({ content }: Quotation) => content.at(-1)!.end;

function encloses(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}
