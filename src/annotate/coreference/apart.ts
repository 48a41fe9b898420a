import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { pronounOf } from './pronouns.ts';
import { type View, wordAt } from './view.ts';

/** Clauses that may leave their subject out: whose it is, the clause around them says. */
const OPEN = /^(?:advcl|conj|xcomp)$/;

/** The head of whoever does to a mention what its clause says, and so is somebody else; -1 where nobody does, or it says "himself". */
export function doerOf(view: View, mention: Draft): number {
  const { relations, heads } = view.syntax;
  const { head, form } = mention;
  if (!/^i?obj$/.test(relations[head]!) || isReflexive(view, mention)) return -1;
  // Of a pronoun and a subject that stands beside it, the ranker knows better: a slip of the tree is likelier.
  return actorOf(view, heads[head]!, form !== 'pronoun');
}

/** "The group calls [itself] free": the mention of whoever does what is done to themselves; null for other words. */
export function ownDoer(view: View, mentions: readonly Draft[], at: number): number | null {
  const { relations, heads } = view.syntax;
  const { head } = mentions[at]!;
  if (!isReflexive(view, mentions[at]!) || !/^(?:i?obj|obl)$/.test(relations[head]!)) return null;
  const doer = actorOf(view, heads[head]!, true);
  return doer < 0 ? null : backTo(mentions, at, (before) => before.head === doer);
}

function isReflexive(view: View, { head, form }: Draft): boolean {
  const { upos, xpos } = view.reading;
  return form === 'pronoun' && pronounOf(wordAt(view, head), upos[head]!, xpos[head]!)?.reflexive === true;
}

/** "[A man] accused of shooting three people, killing one": the head of whose a verb's clause is; -1 where nothing tells. */
export function actorOf({ syntax: { heads, relations, children } }: View, verb: number, isOwnToo: boolean): number {
  for (let at = verb; at >= 0; at = heads[at]!) {
    const below = children[at]!;
    if (below.some((child) => relations[child] === 'cop')) return -1;
    const subject = below.find((child) => /^nsubj/.test(relations[child]!));
    if (subject !== undefined) return !isOwnToo && at === verb ? -1 : subject;
    const above = heads[at]!;
    if (relations[at] === 'acl') return above;
    if (!OPEN.test(relations[at]!)) return -1;
    // "asked [her] to shoot him"
    const isWhom = (child: number) => /^i?obj$/.test(relations[child]!);
    const whom = relations[at] === 'xcomp' ? children[above]!.find(isWhom) : undefined;
    if (whom !== undefined) return whom;
  }
  return -1;
}
