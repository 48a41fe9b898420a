import { step } from '../step.ts';
import { clauses } from './clauses.ts';
import { nounPhrases } from './noun-phrases.ts';
import { treeOf } from './tree.ts';

/** Arranges the trees of the reading for those who ask: who does what to whom, and which words say so. */
export const syntax = step({
  name: 'syntax',
  needs: ['reading'],
  gives: 'syntax',
  run(_document, { reading }) {
    const tree = treeOf(reading);
    return { ...tree, nounPhrases: nounPhrases(tree), clauses: clauses(tree) };
  },
});
