import type { Quotation } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { EventWords } from '../events/event-words.ts';
import type { View } from './view.ts';

/** What the rules for denials look at. */
export interface Denying extends Pick<View, 'syntax' | 'reading' | 'clauseAt'> {
  readonly words: EventWords;
  readonly say: Vocabulary['say'];
}

const NOT = /^(?:not|n['’]t|never|neither)$/;
/** What is denied of these where their clause is denied; "before [the strike]" is only when. */
const ARGUMENT = /^(?:nsubj|csubj|obj|iobj|obl:agent)/;
/** "did not fall because of [the storm]", "not over [pay]" */
const CAUSE = /^(?:because|due|by|from|over)$/;
/** Refusals are no denials: "will not pay". */
const MODAL = /^(?:will|would|shall|should|can|could|may|might|must|ought|['’](?:ll|d))$/;
/** How many clauses up a denial is looked for. */
const REACH = 5;

/**
 * Whether a statement says that what it tells of a target, named at `token`, is not so: "not because of [the strike]",
 * "it was not [the union] that …", "denied that [the union] was behind it". Two denials are none.
 */
export function isDenied(view: Denying, token: number, cue: Quotation['cue']): boolean {
  const { syntax, clauseAt } = view;
  const head = firstOfList(view, token);
  if (head === null) return false;
  if (clauseAt.has(head)) {
    const leading = caseOf(view, head);
    // "was not behind [the raid]" leaves the raid as it was.
    if (leading !== null && !CAUSE.test(leading)) return false;
    return denialsAbove(view, head, isNegated(view, head) ? 1 : 0, cue);
  }
  const above = syntax.heads[head]!;
  const isArgument =
    ARGUMENT.test(syntax.relations[head]!) || CAUSE.test(caseOf(view, head) ?? '') || isJustNot(view, head);
  if (!isArgument || above < 0) return isJustNot(view, head);
  // "rejected claims by [the union]": who makes them is not denied.
  if (syntax.relations[head] === 'nmod' && caseOf(view, head) === 'by') return isJustNot(view, head);
  // "denied [the raid]"
  if (above === cue?.head) return isJustNot(view, head) || (isDenying(view, cue) && commits(view, cue) === 'negated');
  return denialsAbove(view, above, isJustNot(view, head) || isNegated(view, above) ? 1 : 0, cue);
}

/** Whether the denials in a clause and of those that it stands in leave something denied. */
function denialsAbove(view: Denying, predicate: number, own: number, cue: Quotation['cue']): boolean {
  const { syntax, reading, words } = view;
  let denials = own;
  let at = predicate;
  for (let steps = 0; steps < REACH; steps++) {
    const above = syntax.heads[at]!;
    if (above < 0) break;
    // "do not think that …", "It is not true that …", "no evidence that …"
    if (words.has('doubt', reading.lemmas[above]!.toLowerCase()) && isNegated(view, above)) denials++;
    if (above === cue?.head) return (denials + (isDenying(view, cue) ? 1 : 0)) % 2 === 1;
    if (!/^(?:[cx]comp|csubj|conj|acl)/.test(syntax.relations[at]!)) break;
    at = above;
  }
  return denials % 2 === 1;
}

/** "X and [Y]" are denied together; of "not X but [Y]" the second is not. */
function firstOfList(view: Denying, token: number): number | null {
  const { syntax, reading } = view;
  let head = token;
  while (!isJustNot(view, head)) {
    const isBut = [...syntax.children[head]!, syntax.extents[head]!.first - 1].some(
      (each) => each < head && reading.lemmas[each]?.toLowerCase() === 'but',
    );
    if (isBut) return null;
    if (syntax.relations[head] !== 'conj' || view.clauseAt.has(head)) break;
    head = syntax.heads[head]!;
  }
  return head;
}

/** "[not] because of the strike", "[not] the union but": right before a nominal. */
export function isJustNot({ syntax, reading }: Denying, head: number): boolean {
  const isNot = (each: number) => NOT.test(reading.lemmas[each]?.toLowerCase() ?? '');
  return isNot(syntax.extents[head]!.first - 1) || syntax.children[head]!.some((each) => each < head && isNot(each));
}

function isNegated({ syntax, reading, clauseAt }: Denying, predicate: number): boolean {
  const clause = clauseAt.get(predicate);
  // "if the mayor does not come" denies nothing.
  if (syntax.children[predicate]!.some((each) => /^(?:if|unless|whether)$/.test(reading.lemmas[each]!.toLowerCase())))
    return false;
  if (!clause) return syntax.children[predicate]!.some((each) => reading.lemmas[each] === 'no');
  return clause.isNegated && !clause.auxiliaries.some((each) => MODAL.test(reading.lemmas[each]!.toLowerCase()));
}

/** Whether a cue denies what is said: "denied", "rejected claims", and not "did not deny". */
function isDenying(view: Denying, cue: NonNullable<Quotation['cue']>): boolean {
  if (view.clauseAt.get(cue.head)?.isNegated) return false;
  return commits(view, cue) === 'negated' || view.words.has('denial', cue.lemma);
}

function commits({ say }: Denying, cue: NonNullable<Quotation['cue']>): string | undefined {
  return say.get(cue.class)?.commits;
}

function caseOf({ syntax, reading }: Denying, head: number): string | null {
  const leading = syntax.children[head]!.find((each) => syntax.relations[each] === 'case' && each < head);
  return leading === undefined ? null : reading.lemmas[leading]!.toLowerCase();
}
