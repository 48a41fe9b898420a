import { childrenBy, type Tree } from './tree.ts';

const ADVERBS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'nowhere']);
const NOBODY: ReadonlySet<string> = new Set(['nobody', 'nothing', 'none', 'neither', 'no-one']);

/**
 * Whether a predicate is denied by its own words: "did [not] leave", "[no] longer leads", "[No] troops left",
 * "[Nobody] left". A denial further up ("denied that he left") is another clause's.
 */
export function isNegated(tree: Tree, predicate: number): boolean {
  const { lemmas, relations, children } = tree;
  const adverbs = children[predicate]!.filter((child) => /^(?:advmod|cc|det|discourse)/.test(relations[child]!));
  if (adverbs.some((child) => ADVERBS.has(lemmas[child]!) || isNoLonger(tree, child))) return true;
  // A tree that is not sure of its subject has two: any of them may be nobody.
  return childrenBy(tree, predicate, 'nsubj', 'obj', 'iobj').some((part) => isNobody(tree, part));
}

function isNoLonger({ lemmas, children }: Tree, adverb: number): boolean {
  return lemmas[adverb] === 'long' && children[adverb]!.some((child) => lemmas[child] === 'no');
}

function isNobody(tree: Tree, nominal: number): boolean {
  const { lemmas } = tree;
  return NOBODY.has(lemmas[nominal]!) || childrenBy(tree, nominal, 'det').some((child) => lemmas[child] === 'no');
}
