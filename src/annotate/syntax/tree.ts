import type { ReadingLayer, Stretch, SyntaxLayer } from '../../document/layers.ts';
import { joinedVerbs } from './joined-verbs.ts';
import { oneSubject } from './one-subject.ts';
import { speakerLast } from './speaker-last.ts';

/** What questions about a tree are asked of; every helper of this folder takes one. */
export type Tree = Omit<SyntaxLayer, 'nounPhrases' | 'clauses'>;

/** The trees of a reading, with the way down and the extent of every subtree. */
export function treeOf(reading: ReadingLayer): Tree {
  const { upos, lemmas, feats } = reading;
  const { heads, relations } = joinedVerbs(reading, speakerLast(reading, oneSubject(reading)));
  const children: number[][] = heads.map(() => []);
  for (const [token, head] of heads.entries()) if (head >= 0) children[head]!.push(token);
  return { upos, lemmas, feats, heads, relations, children, extents: extentsOf(heads) };
}

/** Each token hands its own extent up, along its heads: sentences are short and trees shallow. */
function extentsOf(heads: readonly number[]): Stretch[] {
  const extents = heads.map((_, token) => ({ first: token, last: token + 1 }));
  for (const token of heads.keys()) {
    for (let above = heads[token]!; above >= 0; above = heads[above]!) {
      const extent = extents[above]!;
      if (extent.first > token) extent.first = token;
      else if (extent.last <= token) extent.last = token + 1;
    }
  }
  return extents;
}

/** Whether a relation is `name` or one of its subtypes: `obl:agent` is an `obl`. */
export function isRelation(relation: string, name: string): boolean {
  return relation === name || (relation.startsWith(name) && relation[name.length] === ':');
}

/** The dependents of a token that have one of these relations, subtypes included, in text order. */
export function childrenBy(tree: Tree, token: number, ...names: readonly string[]): number[] {
  return tree.children[token]!.filter((child) => names.some((name) => isRelation(tree.relations[child]!, name)));
}

/** The first of `childrenBy`, or null. */
export function childBy(tree: Tree, token: number, ...names: readonly string[]): number | null {
  return childrenBy(tree, token, ...names)[0] ?? null;
}

/** Whether a preposition stands before a token: `hasCase(tree, 3, 'as')`. */
export function hasCase({ children, relations, lemmas }: Tree, token: number, preposition: string): boolean {
  return children[token]!.some((child) => relations[child] === 'case' && lemmas[child] === preposition);
}

/** Whether a token has a feature: `hasFeature(tree, 3, 'Voice=Pass')`. */
export function hasFeature({ feats }: Tree, token: number, feature: string): boolean {
  return feats[token]?.split('|').includes(feature) ?? false;
}

/** Whether `token` is `above` or depends on it, however far down. */
export function isWithin({ heads }: Tree, token: number, above: number): boolean {
  let at = token;
  while (at >= 0 && at !== above) at = heads[at]!;
  return at === above;
}
