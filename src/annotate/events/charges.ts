import { lemmasOf } from './triggers.ts';
import type { View } from './view.ts';

const CHARGING = new Set([
  'accuse',
  'suspect',
  'blame',
  'charge',
  'convict',
  'condemn',
  'criticise',
  'criticize',
  'indict',
  'fine',
  'jail',
]);

/** Whether a verb charges somebody with a deed: "blamed", "accused". */
export function isCharge({ reading, text, tokens }: View, token: number): boolean {
  const form = text.slice(tokens[token]!.start, tokens[token]!.end);
  return lemmasOf(reading.lemmas[token]!, form, 'VERB').some((lemma) => CHARGING.has(lemma));
}
