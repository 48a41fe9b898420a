import type { Clause, Quotation } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import { prepositionOf, tellings } from './tellings.ts';
import type { View } from './view.ts';

/** What people say things at, in and by. */
const OCCASION =
  /^(?:address|appeal|article|blog|briefing|broadcast|call|ceremony|column|comment|communiqué|conference|congress|debate|email|facebook|forum|gathering|hearing|instagram|interview|lecture|letter|link|meeting|memo|message|news|note|phone|post|rally|remark|report|session|speech|statement|summit|telegram|television|telephone|testimony|text|trial|tv|tweet|twitter|video|visit|webcast|website|x)$/i;
/** What people are when they come together: “told [a news conference]”. */
const GATHERING = /^(?:briefing|conference|congress|forum|gathering|hearing|meeting|rally|session|summit)$/i;
const PREPOSITION = /^(?:in|at|on|by|via|during|through|over|from|after)$/;

/** Where or by which means something is said: "[by video link]", "[at a summit in Maren]"; null where nothing beside the cue tells. */
export function setting(view: View, { cue, content }: Quotation, clause: Clause | null): Span | null {
  if (cue === null || clause === null) return null;
  for (const phrase of phrasesOf(view, clause)) {
    const span = spanOf(view, phrase);
    if (!content.some(({ start, end }) => start < span.end && span.start < end)) return span;
  }
  return null;
}

/** The phrases that tell of an occasion, beside the cue or in a clause beside it, by their nouns. */
export function phrasesOf(view: View, clause: Clause): number[] {
  const { syntax, reading } = view;
  const found = tellings(view, clause).flatMap((predicate) =>
    syntax.children[predicate]!.filter((child) => {
      if (!/^obl/.test(syntax.relations[child]!) || !PREPOSITION.test(prepositionOf(view, child))) return false;
      return (
        OCCASION.test(reading.lemmas[child]!) ||
        syntax.children[child]!.some(
          (each) => OCCASION.test(reading.lemmas[each]!) && /^(?:compound|nmod)/.test(syntax.relations[each]!),
        )
      );
    }),
  );
  const told = [clause.indirectObject, clause.object].filter(
    (token) => token !== null && GATHERING.test(reading.lemmas[token]!),
  );
  return [...found, ...(told as number[])];
}

function spanOf({ syntax, tokens, reading }: View, token: number): Span {
  let { last } = syntax.extents[token]!;
  while (last - 1 > token && reading.upos[last - 1] === 'PUNCT') last--;
  return { start: tokens[syntax.extents[token]!.first]!.start, end: tokens[last - 1]!.end };
}
