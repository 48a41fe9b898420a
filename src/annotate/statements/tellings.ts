import type { Clause } from '../../document/layers.ts';
import type { View } from './view.ts';

/** Verbs of clauses that tell how something is said: "[speaking] at a rally, Oduya said", "Melk, who [spoke] by video link, said". */
const SPEAKING = /^(?:speak|talk|address|write|appear|testify|brief|tell|comment|post)$/;

/** The predicates of one act of speech: the cue's own, and those beside it that tell where and to whom its speaker spoke. */
export function tellings({ syntax, reading }: View, { predicate, subject }: Clause): number[] {
  const isTelling = (token: number) =>
    reading.upos[token] === 'VERB' && SPEAKING.test(reading.lemmas[token]!.toLowerCase());
  const below = (token: number, relation: RegExp) =>
    syntax.children[token]!.filter((child) => relation.test(syntax.relations[child]!) && isTelling(child));
  return [predicate, ...below(predicate, /^advcl/), ...(subject === null ? [] : below(subject, /^acl:relcl/))];
}

/** "to" of "to lawmakers"; empty where a phrase has no preposition. */
export function prepositionOf({ syntax, reading }: Pick<View, 'syntax' | 'reading'>, token: number): string {
  const found = syntax.children[token]!.find((each) => syntax.relations[each] === 'case');
  return found === undefined ? '' : reading.lemmas[found]!.toLowerCase();
}
