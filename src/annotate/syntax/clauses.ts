import type { Clause } from '../../document/layers.ts';
import { isNegated } from './negation.ts';
import {
  agentOf,
  auxiliariesOf,
  copulaOf,
  indirectObjectOf,
  isPassive,
  isPredicate,
  objectOf,
  subjectOf,
} from './predicates.ts';
import type { Tree } from './tree.ts';
import { understoodSubjectOf } from './understood-subject.ts';

/** The clauses of all sentences, by their predicates in text order. */
export function clauses(tree: Tree): Clause[] {
  const found: Clause[] = [];
  for (const predicate of tree.heads.keys()) if (isPredicate(tree, predicate)) found.push(clauseOf(tree, predicate));
  return found;
}

function clauseOf(tree: Tree, predicate: number): Clause {
  return {
    predicate,
    subject: subjectOf(tree, predicate),
    understood: understoodSubjectOf(tree, predicate),
    object: objectOf(tree, predicate),
    indirectObject: indirectObjectOf(tree, predicate),
    agent: agentOf(tree, predicate),
    isPassive: isPassive(tree, predicate),
    isNegated: isNegated(tree, predicate),
    auxiliaries: auxiliariesOf(tree, predicate),
    copula: copulaOf(tree, predicate),
    extent: tree.extents[predicate]!,
  };
}
