import type { LinkCue } from '../../vocabulary/records.ts';
import { prepositionOf } from '../events/view.ts';
import { eventNear, eventsNear, type Found, type View } from './view.ts';

/** "The raid was [part] of a crackdown", "the strike, a [response] to the sackings": said of an event by a noun. */
export function nounLinks(view: View, cues: readonly LinkCue[]): Found[] {
  const byLemma = new Map(cues.flatMap((cue) => cue.words.map((word) => [word, cue] as const)));
  const { syntax, reading, clauseAt } = view;
  return view.tokens.flatMap((_, token): Found[] => {
    const cue = reading.upos[token] === 'NOUN' ? byLemma.get(reading.lemmas[token]!.toLowerCase()) : undefined;
    if (!cue) return [];
    const clause = clauseAt.get(token);
    const head = syntax.heads[token]!;
    const isBeside = syntax.relations[token] === 'appos' && head >= 0;
    const bearers = isBeside ? eventsNear(view, head) : eventsNear(view, clause?.subject ?? null);
    const others = syntax.children[token]!.filter(
      (child) =>
        /^(?:nmod|obl|acl)/.test(syntax.relations[child]!) && prepositions(cue).includes(prepositionOf(view, child)),
    ).flatMap((child) => eventsNear(view, child));
    const negated = clause?.isNegated ?? false;
    const isOpen = clause?.auxiliaries.some((each) => /^(?:may|might|could|will|would)$/.test(reading.lemmas[each]!));
    if (isOpen) return [];
    const shared = { type: cue.link, negated, first: token, last: token + 1, rule: 'link-noun', confidence: 0.75 };
    const isFromBearer = cue.from === 'subject';
    return bearers.flatMap((bearer) =>
      others
        // The noun itself may be an event of its own ("a reprisal"): that one is not linked to itself.
        .filter((other) => other !== bearer && eventNear(view, token, 0) !== other)
        .map((other) => ({ ...shared, from: isFromBearer ? bearer : other, to: isFromBearer ? other : bearer })),
    );
  });
}

function prepositions({ from, to }: LinkCue): string[] {
  return (from === 'subject' ? to : from).split('|');
}
