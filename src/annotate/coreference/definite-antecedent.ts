import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { type View, wordAt } from './view.ts';

/**
 * "set up [a joint commission] … [The commission] must report", "at [St. Anne's Church] … [the church]": a body or place that
 * was told of as new, or by a name that ends so, and is told of again by its noun alone; null where another of that noun stands
 * between, or names another, or what follows says which one is meant.
 */
export function definiteAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type, plural } = mentions[at]!;
  if (form !== 'nominal' || !isBody(type) || plural || head !== first + 1) return null;
  if (!/^(?:the|this|that)$/i.test(wordAt(view, first)) || isRestricted(view, head)) return null;
  const { lemmas } = view.reading;
  const lemma = lemmas[head]!.toLowerCase();
  const isCalled = ({ head: other, name }: Draft) =>
    lemmas[other]!.toLowerCase() === lemma || (name !== null && wordAt(view, name.last - 1).toLowerCase() === lemma);
  const found = backTo(mentions, at, isCalled);
  if (found === null) return null;
  const before = mentions[found]!;
  if (before.plural || !isBody(before.type)) return null;
  if (before.form === 'nominal')
    return before.type === type && /^an?$/i.test(wordAt(view, before.first)) ? found : null;
  const keyOf = ({ name }: Draft) => name && view.text.slice(name.start, name.end).toLowerCase();
  const another = backTo(mentions, found, (other) => isCalled(other) && keyOf(other) !== keyOf(before));
  return before.name && before.name.last - before.name.first > 1 && another === null ? found : null;
}

function isBody(type: Draft['type']): boolean {
  return type === 'Organization' || type === 'Place';
}

/** "the commission [of the union]", "the court that freed him", but "The commission, which …". */
function isRestricted(view: View, head: number): boolean {
  const { children, relations } = view.syntax;
  const isSaid = children[head]!.some((child) => child > head && /^(?:nmod|acl|flat|appos)/.test(relations[child]!));
  return isSaid && wordAt(view, head + 1) !== ',';
}
