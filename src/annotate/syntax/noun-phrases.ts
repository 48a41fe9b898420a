import type { NounPhrase, Stretch } from '../../document/layers.ts';
import { childBy, isRelation, type Tree } from './tree.ts';

/** What stands in a phrase whose head is another word. */
const PART_OF_ANOTHER = ['flat', 'compound', 'fixed', 'goeswith', 'nummod', 'expl', 'det', 'reparandum'];
/** What belongs to a nominal before it, and when it is one name also after it. */
const BEFORE = ['det', 'amod', 'nummod', 'compound', 'flat', 'nmod', 'advmod', 'goeswith'];
const NAME = ['flat', 'compound', 'goeswith'];
const AFTER = ['nmod', 'acl', 'appos', 'amod', 'nummod', 'advmod', ...NAME];

/** The noun phrases of all sentences, by their heads in text order. */
export function nounPhrases(tree: Tree): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (const head of tree.heads.keys()) {
    if (isNominal(tree, head)) phrases.push({ head, base: baseOf(tree, head), full: fullOf(tree, head) });
  }
  return phrases;
}

function isNominal(tree: Tree, token: number): boolean {
  const relation = tree.relations[token]!;
  if (PART_OF_ANOTHER.some((name) => isRelation(relation, name))) return false;
  const upos = tree.upos[token]!;
  if (upos === 'ADJ') return /^(?:nsubj|obj|iobj|obl|conj)/.test(relation) && childBy(tree, token, 'det') !== null;
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM' || upos === 'SYM';
}

function baseOf(tree: Tree, head: number): Stretch {
  return { first: firstOf(tree, head), last: lastOf(tree, head, NAME) };
}

/** Punctuation belongs to what it parts, so a phrase never begins or ends with it. */
function fullOf(tree: Tree, head: number): Stretch {
  const { upos } = tree;
  let last = lastOf(tree, head, AFTER);
  while (last > head + 1 && upos[last - 1] === 'PUNCT') last--;
  return { first: firstOf(tree, head), last };
}

/** Down from the head, over dependents that are of the phrase, as long as nothing else stands between. */
function firstOf(tree: Tree, head: number): number {
  let first = head;
  for (const child of tree.children[head]!.filter((each) => each < head).reverse()) {
    if (!BEFORE.some((name) => isRelation(tree.relations[child]!, name))) {
      if (tree.upos[child] === 'PUNCT') continue;
      break;
    }
    first = Math.min(first, tree.extents[child]!.first);
  }
  // "near the port": a preposition or an adverb of its own is no part of a phrase that it stands before.
  while (first < head && (tree.upos[first] === 'PUNCT' || tree.upos[first] === 'ADP')) first++;
  return first;
}

function lastOf(tree: Tree, head: number, relations: readonly string[]): number {
  let last = head + 1;
  for (const child of tree.children[head]!) {
    if (child < head) continue;
    if (relations.some((name) => isRelation(tree.relations[child]!, name))) {
      last = Math.max(last, tree.extents[child]!.last);
    } else if (tree.upos[child] !== 'PUNCT' && tree.relations[child] !== 'case') break;
  }
  return last;
}
