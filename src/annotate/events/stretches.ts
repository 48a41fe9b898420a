import { isTime, type View } from './view.ts';

/** Words that begin a clause with a day and place of its own. */
const APART = /^(?:since|after|before|because|as|when|while|although|though|if|unless|until|whereas|where)$/;
/** Those of them that begin a clause of another day: "quit [after the vote on Monday]"; one of "when" is of the same. */
const AWAY = /^(?:since|after|before|because|until)$/;

/** Whether no clause with a day and place of its own begins between two words: "closed the port [since the cabinet cut …]". */
export function isOfOneStretch(view: View, one: number, other: number): boolean {
  return isInReach(view, one, other) && isInReach(view, other, one);
}

/** Whether a token stands in a clause that is about something else or goes back: "the first since drivers closed [the port]". */
export function isAside(view: View, token: number): boolean {
  for (let at = token; at >= 0; at = view.syntax.heads[at]!)
    if (begins(view, at, APART) || isRelative(view, at) || isBefore(view, at)) return true;
  return false;
}

/** "[had planned] the raid in May": what was over by then. */
function isBefore({ clauseAt, syntax, reading, tokens, text }: View, at: number): boolean {
  if (!clauseAt.has(at) || reading.xpos[at] !== 'VBN') return false;
  return syntax.children[at]!.some(
    (child) =>
      syntax.relations[child] === 'aux' &&
      /^(?:had|['’]d)$/i.test(text.slice(tokens[child]!.start, tokens[child]!.end)),
  );
}

/** Whether a token stands in a clause of an earlier or later day: "resigned hours after [two ministers quit]". */
export function isOfOtherDay(view: View, token: number): boolean {
  for (let at = token; at >= 0; at = view.syntax.heads[at]!) if (begins(view, at, AWAY)) return true;
  return false;
}

/** Whether one of two words stands in a clause of another day than the other's: "held on Friday, [after she quit]". */
export function isOfAnotherDay(view: View, one: number, other: number): boolean {
  return isAway(view, one, other) || isAway(view, other, one);
}

function isAway(view: View, from: number, other: number): boolean {
  for (let at = from; at >= 0 && !isAround(view, at, other); at = view.syntax.heads[at]!)
    if (begins(view, at, AWAY) || isRelative(view, at)) return true;
  return false;
}

function isInReach(view: View, from: number, other: number): boolean {
  for (let at = from; at >= 0 && !isAround(view, at, other); at = view.syntax.heads[at]!)
    if (begins(view, at, APART) || (at !== from && isRelative(view, at))) return false;
  return true;
}

function isAround({ syntax }: View, at: number, token: number): boolean {
  const { first, last } = syntax.extents[at]!;
  return first <= token && token < last;
}

function isRelative({ clauseAt, syntax }: View, at: number): boolean {
  return clauseAt.has(at) && syntax.relations[at] === 'acl:relcl';
}

/** Whether a clause is begun by one of these words, or a phrase by one that leads away: "a day after [a raid in Tarn]". */
function begins(view: View, at: number, words: RegExp): boolean {
  const { syntax, reading } = view;
  return syntax.children[at]!.some((child) => {
    const lemma = reading.lemmas[child]!.toLowerCase();
    if (syntax.relations[child] === 'mark') return words.test(lemma);
    return syntax.relations[child] === 'case' && AWAY.test(lemma) && !isTime(view, at);
  });
}
