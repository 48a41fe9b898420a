import { readFileSync } from 'node:fs';
import { scoreConllu } from './conllu.ts';
import { productTokens } from './product.ts';
import { conlluOf, documentOf, documentsOf, rawText } from './treebank.ts';

/** Named figures in percent: "ewt-dev.words" and the like. */
export type Figures = ReadonlyMap<string, number>;

/** Words, tokens and sentences of one gold file, cut from its raw text by the step that the product runs. */
export function tokenScores(
  name: string,
  gold: URL,
  measures: readonly ('words' | 'tokens' | 'sentences')[],
  keep: (document: string) => boolean = () => true,
): Figures {
  const conllu = documentsOf(readFileSync(gold, 'utf8'), keep);
  const text = rawText(conllu);
  const scores = scoreConllu(conllu, conlluOf(text, productTokens()(documentOf(text))));
  return new Map(measures.map((measure) => [`${name}.${measure}`, scores[measure].f1]));
}
