import { lemmasOf } from './triggers.ts';
import type { View } from './view.ts';

/** Whether a verb charges somebody with a deed: "blamed", "accused". */
export function isCharge({ reading, text, tokens, words }: View, token: number): boolean {
  const form = text.slice(tokens[token]!.start, tokens[token]!.end);
  return lemmasOf(reading.lemmas[token]!, form, 'VERB').some((lemma) => words.has('charge', lemma));
}
