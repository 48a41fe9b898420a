import type { Draft } from './mention.ts';
import { type View, wordAt } from './view.ts';

/** Whether two stand in one list, and so are two: "his mother and sister", "a judge, a prosecutor and her lawyer". "The comedian and host" is one. */
export function areJoined(view: View, mention: Draft, before: Draft): boolean {
  const { heads, relations } = view.syntax;
  const firstOf = (head: number) => (relations[head] === 'conj' ? heads[head]! : head);
  const [one, other] = [firstOf(mention.head), firstOf(before.head)];
  if (one !== other) return isListed(view, mention, before);
  if (mention.form !== 'nominal' || before.form !== 'nominal' || mention.plural || before.plural) return true;
  const isOfThe = /^the$/i.test(wordAt(view, before.first)) || relations[one] === 'appos';
  return isDetermined(view, mention.head) || mention.type !== 'Person' || !isOfThe;
}

/** "a judge, [a prosecutor] and her lawyer": what a tree may take for an apposition, but for the "and" without a comma behind it. */
export function isListed(view: View, { head }: Draft, before: Draft): boolean {
  const { heads, relations, children } = view.syntax;
  if (relations[head] !== 'appos' || heads[head] !== before.head) return false;
  const next = children[before.head]!.find((child) => child > head && relations[child] === 'conj');
  const and = next === undefined ? undefined : children[next]!.find((child) => relations[child] === 'cc');
  return and !== undefined && wordAt(view, and - 1) !== ',';
}

/** Whether an article, an owner or a number stands with a noun. */
export function isDetermined({ syntax: { children, relations } }: View, head: number): boolean {
  return children[head]!.some((child) => /^(?:det|nmod:poss|nummod)/.test(relations[child]!));
}
