import type { Layers, Quotation } from '../../document/layers.ts';
import type { View } from './view.ts';

/**
 * When something is said: the time that hangs on the words of saying ("said on Monday"), outside what is said.
 * An index in `TimeLayer.times`; null where the words give none.
 */
export function saidAt(view: View, times: Layers['times']['times'], { cue, content }: Quotation): number | null {
  if (cue === null) return null;
  const found = times.findIndex(
    ({ first, last, start, end, earliest }) =>
      earliest !== null &&
      Math.abs(first - cue.head) <= REACH &&
      view.sentences.some(
        (sentence) =>
          sentence.first <= cue.head && cue.head < sentence.last && first >= sentence.first && first < sentence.last,
      ) &&
      (isBeforeCharge(view, last, cue.head) || !content.some((span) => span.start <= start && end <= span.end)) &&
      (verbAbove(view, first) === cue.head || isBeside(view, first, cue.head)),
  );
  return found < 0 ? null : found;
}

/** Words between a cue and its time, at most. */
const REACH = 30;

/** The nearest predicate above a token. */
function verbAbove({ syntax, clauseAt }: View, token: number): number {
  let at = syntax.heads[token]!;
  while (at >= 0 && !clauseAt.has(at)) at = syntax.heads[at]!;
  return at;
}

/** Whether no other verb stands between a cue and its time: the tree may hang the day of "he said on Tuesday" on what is said. */
function isBeside(view: View, first: number, cue: number): boolean {
  const { reading, syntax } = view;
  // "Drevia, which fought a war that ended in 2021, offered to help": the day of a clause within is over.
  if (first < cue && /^acl/.test(syntax.relations[verbAbove(view, first)] ?? '')) return false;
  for (let token = Math.min(first, cue) + 1; token < Math.max(first, cue); token++)
    if (reading.upos[token] === 'VERB') return false;
  return true;
}

/** "accused them on Tuesday [of] hiding it": the day stands among what they are accused of. */
function isBeforeCharge({ syntax, reading }: View, after: number, cue: number): boolean {
  return reading.lemmas[after]?.toLowerCase() === 'of' && syntax.heads[syntax.heads[after]!] === cue;
}
