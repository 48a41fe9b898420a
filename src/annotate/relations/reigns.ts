import { prepositionOf, type View } from '../events/view.ts';
import type { Cues } from './cues.ts';
import type { Home } from './home-country.ts';
import type { Fact } from './relations.ts';
import { tenureAt } from './tenure.ts';

/** Verbs with which somebody comes to power. */
const COMING = /^(?:elect|appoint|inaugurate|install|swear|take|come|win)$/;

/**
 * "after 21 years of [rule] by Brisk", "Brisk's nine-year [presidency]": who led the story's country; and whoever was elected
 * after it followed them.
 */
export function reigns(view: View, cues: Cues, home: Home): Fact[] {
  const { reading, syntax, tokens, mentionAt, coreference } = view;
  const personAt = (token: number | null | undefined) => {
    const mention = token === null || token === undefined ? undefined : mentionAt.get(token);
    return mention && coreference.entities[mention.entity]!.type === 'Person' ? mention.entity : null;
  };
  return tokens.flatMap(({ start, end }, token): Fact[] => {
    const cue = reading.upos[token] === 'NOUN' ? cues.get(reading.lemmas[token]!.toLowerCase()) : undefined;
    if (!cue) return [];
    const ruler = syntax.children[token]!.find(
      (child) =>
        syntax.relations[child] === 'nmod:poss' ||
        (syntax.relations[child] === 'nmod' && cue.with?.includes(prepositionOf(view, child))),
    );
    const from = personAt(ruler);
    const to = home.at(start);
    if (from === null || to === null) return [];
    const shared = { label: null, validTo: null, start: Math.min(start, tokens[ruler!]!.start), end };
    const found: Fact[] = [
      {
        ...shared,
        type: cue.relation,
        from,
        to,
        validFrom: null,
        end: Math.max(end, tokens[ruler!]!.end),
        rule: 'reign',
      },
    ];
    const clause = view.clauseAt.get(comingAfter(view, token));
    const next = clause ? personAt(clause.subject ?? clause.understood) : null;
    if (clause && next !== null && next !== from && !clause.isNegated)
      found.push({
        ...shared,
        type: 'SUCCEEDED',
        from: next,
        to: from,
        validFrom: tenureAt(view, clause.predicate, true).validFrom,
        start: tokens[clause.predicate]!.start,
        end: Math.max(end, tokens[ruler!]!.end),
        rule: 'elected-after',
      });
    return found;
  });
}

/** The verb of coming to power that a noun stands after, itself or as the last word of a phrase: "elected after nine years of [rule]"; -1 for none. */
function comingAfter(view: View, token: number): number {
  const { syntax, reading, clauseAt } = view;
  let isAfter = false;
  for (let at = token; at >= 0; at = syntax.heads[at]!) {
    if (clauseAt.has(at) && at !== token) return isAfter && COMING.test(reading.lemmas[at]!.toLowerCase()) ? at : -1;
    isAfter = prepositionOf(view, at) === 'after';
  }
  return -1;
}
