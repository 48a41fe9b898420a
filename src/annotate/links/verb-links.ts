import type { Clause } from '../../document/layers.ts';
import type { LinkCue } from '../../vocabulary/records.ts';
import { modalityOf } from '../events/modality.ts';
import { lemmasOf } from '../events/triggers.ts';
import { prepositionOf } from '../events/view.ts';
import { eventNear, eventsNear, type Found, type View } from './view.ts';

/** "The sackings [led to] a strike", "riots [triggered] by the arrests", "[blamed] the riots on the arrests". */
export function verbLinks(view: View, cues: readonly LinkCue[]): Found[] {
  const byLemma = new Map<string, { readonly cue: LinkCue; readonly rest: readonly string[] }[]>();
  for (const cue of cues)
    for (const words of cue.words) {
      const [verb, ...rest] = words.split(' ') as [string, ...string[]];
      byLemma.set(verb, [...(byLemma.get(verb) ?? []), { cue, rest }]);
    }
  return view.syntax.clauses.flatMap((clause): Found[] => {
    const { predicate } = clause;
    const { start, end } = view.tokens[predicate]!;
    for (const lemma of lemmasOf(view.reading.lemmas[predicate]!, view.text.slice(start, end), 'VERB'))
      for (const { cue, rest } of byLemma.get(lemma) ?? []) {
        if (!rest.every((word) => hasBelow(view, predicate, word))) continue;
        const found = linkOf(view, clause, cue);
        if (found.length > 0) return found;
      }
    return [];
  });
}

function linkOf(view: View, clause: Clause, cue: LinkCue): Found[] {
  const { predicate } = clause;
  const modality = modalityOf(view, predicate);
  // What may or will bring something about has not done so.
  if (modality !== 'actual' && modality !== 'ongoing' && modality !== 'negated') return [];
  const negated = modality === 'negated';
  const from = sideOf(view, clause, cue.from);
  const to = sideOf(view, clause, cue.to);
  const shared = { type: cue.link, negated, first: predicate, last: predicate + 1, rule: 'link-verb', confidence: 0.8 };
  return from.flatMap((one) => to.map((other) => ({ ...shared, from: one, to: other })));
}

function sideOf(view: View, clause: Clause, side: string): number[] {
  const { predicate, isPassive, agent, object } = clause;
  if (side === 'subject') return isPassive ? eventsNear(view, agent) : subjectOf(view, clause);
  if (side === 'object') {
    if (isPassive) return subjectOf(view, clause);
    const found = eventsNear(view, object);
    // "prompted police to [fire]": what somebody is brought to do.
    const done = view.syntax.children[predicate]!.find((child) => view.syntax.relations[child] === 'xcomp');
    return found.length > 0 || done === undefined ? found : eventsNear(view, done);
  }
  const below = view.syntax.children[predicate]!.filter(
    (child) => /^(?:obl|nmod|advcl)/.test(view.syntax.relations[child]!) && isLedBy(view, child, side),
  );
  // "an answer to the raid": the preposition may have been hung on the object.
  const ofObject =
    object === null ? [] : view.syntax.children[object]!.filter((child) => prepositionOf(view, child) === side);
  return [...below, ...ofObject].flatMap((child) => eventsNear(view, child)).slice(0, 4);
}

/** The subject's event, of a participle that hangs on a whole clause ("…, [sparking] riots") that clause's. */
function subjectOf(view: View, { predicate, subject, understood }: Clause): number[] {
  const { syntax } = view;
  const head = syntax.heads[predicate]!;
  // "protests, [which] led to riots"
  const isRelative =
    subject !== null && syntax.relations[predicate] === 'acl:relcl' && view.reading.upos[subject] === 'PRON';
  const own = eventsNear(view, isRelative ? head : (subject ?? understood));
  if (own.length > 0 || subject !== null || head < 0) return own;
  const relation = syntax.relations[predicate]!;
  if (!/^(?:advcl|conj|xcomp|acl)/.test(relation)) return [];
  const above = eventNear(view, head);
  return above === null ? [] : [above];
}

function isLedBy(view: View, token: number, preposition: string): boolean {
  if (prepositionOf(view, token) === preposition) return true;
  // "responded by sealing off the port": an act that is told as the means.
  return (
    preposition === 'with' &&
    view.syntax.children[token]!.some(
      (child) => view.syntax.relations[child] === 'mark' && view.reading.lemmas[child]!.toLowerCase() === 'by',
    )
  );
}

function hasBelow({ syntax, reading }: View, predicate: number, word: string): boolean {
  return syntax.children[predicate]!.some((child) => reading.lemmas[child]!.toLowerCase() === word);
}
