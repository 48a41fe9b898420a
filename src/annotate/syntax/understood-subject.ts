import { indirectObjectOf, isPassive, isPredicate, objectOf, subjectOf } from './predicates.ts';
import { isRelation, type Tree } from './tree.ts';

/** Pronouns that stand for what their clause is about: "the minister [who] resigned". */
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom']);

/**
 * Who or what a predicate is said of: its subject, and where none is stated the one that is understood. A relative
 * pronoun gives its antecedent; "She rose and [left]" shares its subject; "told him to [leave]" takes the object, "wants
 * to [leave]" and "[Leaving], she waved" the subject; "troops [sent] by sea" the noun. Null for an order, or nobody.
 */
export function understoodSubjectOf(tree: Tree, predicate: number): number | null {
  const { heads, relations, lemmas, upos } = tree;
  const subject = subjectOf(tree, predicate);
  const head = heads[predicate]!;
  const relation = relations[predicate]!;
  if (subject !== null) {
    const isRelative = upos[subject] === 'PRON' && RELATIVE.has(lemmas[subject]!);
    return isRelative && relation === 'acl:relcl' && head >= 0 ? head : subject;
  }
  if (head < 0) return null;
  if (relation === 'conj') return isPredicate(tree, head) ? understoodSubjectOf(tree, head) : null;
  if (relation === 'xcomp')
    return objectOf(tree, head) ?? indirectObjectOf(tree, head) ?? understoodSubjectOf(tree, head);
  if (isRelation(relation, 'advcl') && isNonFinite(tree, predicate)) return understoodSubjectOf(tree, head);
  // "a plan to leave" is not a plan that leaves; "troops sent" and "troops leaving" are the troops.
  if (relation === 'acl' && (isPassive(tree, predicate) || isParticiple(tree, predicate))) return head;
  return null;
}

function isNonFinite({ feats }: Tree, predicate: number): boolean {
  return !feats[predicate]?.includes('VerbForm=Fin');
}

function isParticiple({ feats }: Tree, predicate: number): boolean {
  return /VerbForm=(?:Part|Ger)/.test(feats[predicate] ?? '');
}
