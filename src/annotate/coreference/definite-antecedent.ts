import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { type View, wordAt } from './view.ts';

/**
 * "set up [a joint commission] … [The commission] must report": a body that was told of as new and is told of again by its
 * noun alone; null where another of that noun stands between or what follows says which one is meant.
 */
export function definiteAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type, plural } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Organization' || plural || head !== first + 1) return null;
  if (!/^(?:the|this|that)$/i.test(wordAt(view, first)) || isRestricted(view, head)) return null;
  const lemma = view.reading.lemmas[head]!.toLowerCase();
  const found = backTo(mentions, at, (before) => view.reading.lemmas[before.head]!.toLowerCase() === lemma);
  if (found === null || mentions[found]!.form !== 'nominal' || mentions[found]!.type !== type) return null;
  return /^an?$/i.test(wordAt(view, mentions[found]!.first)) ? found : null;
}

/** "the commission [of the union]", "the court that freed him", but "The commission, which …". */
function isRestricted(view: View, head: number): boolean {
  const { children, relations } = view.syntax;
  const isSaid = children[head]!.some((child) => child > head && /^(?:nmod|acl|flat|appos)/.test(relations[child]!));
  return isSaid && wordAt(view, head + 1) !== ',';
}
