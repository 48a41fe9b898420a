import type { Clause, Quotation } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import type { View } from './view.ts';

/** What people say things at, in and by. */
const OCCASION =
  /^(?:address|appeal|article|blog|briefing|broadcast|call|ceremony|column|comment|communiqué|conference|congress|debate|email|facebook|forum|gathering|hearing|instagram|interview|lecture|letter|link|meeting|memo|message|news|note|phone|post|rally|remark|report|session|speech|statement|summit|telegram|television|telephone|testimony|text|trial|tv|tweet|twitter|video|visit|webcast|website)$/i;
const PREPOSITION = /^(?:in|at|on|by|via|during|through|over|from|after)$/;

/** Where or by which means something is said: "[by video link]", "[at a summit in Maren]"; null where the clause of the cue does not tell. */
export function setting(view: View, { cue, content }: Quotation, clause: Clause | null): Span | null {
  if (cue === null || clause === null) return null;
  const { syntax, reading, tokens } = view;
  for (const child of syntax.children[clause.predicate]!) {
    if (!/^obl/.test(syntax.relations[child]!)) continue;
    const preposition = syntax.children[child]!.find((each) => syntax.relations[each] === 'case');
    if (preposition === undefined || !PREPOSITION.test(reading.lemmas[preposition]!)) continue;
    const { first, last } = syntax.extents[child]!;
    const isOccasion =
      OCCASION.test(reading.lemmas[child]!) ||
      syntax.children[child]!.some(
        (each) => OCCASION.test(reading.lemmas[each]!) && /^(?:compound|nmod)/.test(syntax.relations[each]!),
      );
    const span = { start: tokens[first]!.start, end: tokens[last - 1]!.end };
    if (isOccasion && !content.some(({ start, end }) => start < span.end && span.start < end)) return span;
  }
  return null;
}
