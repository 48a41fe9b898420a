import { childBy, childrenBy, hasFeature, isRelation, type Tree } from './tree.ts';

/** Relations by which a clause hangs on another, or on nothing. */
const CLAUSAL = ['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis', 'conj', 'list', 'appos', 'dep'];

/** Whether a token is a predicate: a verb in a clause, or whatever stands with a copula, an auxiliary or a subject. */
export function isPredicate(tree: Tree, token: number): boolean {
  if (childBy(tree, token, 'cop', 'nsubj', 'csubj', 'aux') !== null) return true;
  if (tree.upos[token] !== 'VERB' && tree.upos[token] !== 'AUX') return false;
  return CLAUSAL.some((name) => isRelation(tree.relations[token]!, name));
}

/** Whether a predicate is in the passive: "was arrested", "the ship built in 1998". */
export function isPassive(tree: Tree, predicate: number): boolean {
  const marks = ['aux:pass', 'nsubj:pass', 'csubj:pass', 'obl:agent'];
  if (tree.children[predicate]!.some((child) => marks.includes(tree.relations[child]!))) return true;
  return hasFeature(tree, predicate, 'Voice=Pass');
}

/** The stated grammatical subject: of two, as in "The point is: she left", the inner one. */
export function subjectOf(tree: Tree, predicate: number): number | null {
  const found = childrenBy(tree, predicate, 'nsubj', 'csubj');
  return found.find((child) => !tree.relations[child]!.endsWith(':outer')) ?? found[0] ?? null;
}

export function objectOf(tree: Tree, predicate: number): number | null {
  return childBy(tree, predicate, 'obj');
}

export function indirectObjectOf(tree: Tree, predicate: number): number | null {
  return childBy(tree, predicate, 'iobj');
}

/** Who did it, in the passive: "police" in "was arrested by police". */
export function agentOf(tree: Tree, predicate: number): number | null {
  // "They were freed, said the spokesman": a tree may take whoever says it for the agent, whom only "by" names.
  const agent = tree.children[predicate]!.find(
    (child) =>
      tree.relations[child] === 'obl:agent' && tree.children[child]!.some((each) => tree.lemmas[each] === 'by'),
  );
  return agent ?? null;
}

/** Auxiliaries of tense, mood and voice, in text order: "has", "been" in "has been sold". */
export function auxiliariesOf(tree: Tree, predicate: number): number[] {
  return childrenBy(tree, predicate, 'aux');
}

export function copulaOf(tree: Tree, predicate: number): number | null {
  return childBy(tree, predicate, 'cop');
}
