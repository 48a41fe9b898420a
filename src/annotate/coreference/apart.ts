import { subjectOf } from '../syntax/predicates.ts';
import { understoodSubjectOf } from '../syntax/understood-subject.ts';
import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { pronounOf } from './pronouns.ts';
import { type View, wordAt } from './view.ts';

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
export function actorOf({ syntax }: View, verb: number, isOwnToo: boolean): number {
  if (!isOwnToo && subjectOf(syntax, verb) !== null) return -1;
  return understoodSubjectOf(syntax, verb) ?? -1;
}
