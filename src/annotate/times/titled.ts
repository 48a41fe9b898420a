import type { Sentence, Token } from '../../document/layers.ts';
import type { TimeWords } from '../../vocabulary/records.ts';

/** Short words in capitals that name a broadcaster or a paper. */
const INITIALS = /^\p{Lu}{2,4}$/u;
const CAPITAL = /^\p{Lu}/u;
/** Words that no headline writes with a capital either are shorter. */
const PLAIN = /^\p{Ll}{5}/u;

/** Tells words of time that are part of a name: "USA [Today]", "High [Noon]" in a sentence that is no headline. */
export function titled(
  data: TimeWords,
): (text: string, tokens: readonly Token[], at: number, sentence: Sentence) => boolean {
  const plain = new Set([
    'tonight',
    ...[data.days, data.shifts, data.hours, data.vague].flat().map(({ word }) => word.split(' ')[0]!),
    ...data.parts.flatMap(({ forms }) => forms),
  ]);
  return (text, tokens, at, { first, last }) => {
    const word = (token: number) => text.slice(tokens[token]!.start, tokens[token]!.end);
    if (at <= first || !CAPITAL.test(word(at)) || !CAPITAL.test(word(at - 1)) || !plain.has(word(at).toLowerCase()))
      return false;
    if (INITIALS.test(word(at - 1)) && word(at) !== word(at).toUpperCase()) return true;
    return tokens.slice(first, last).some((_, by) => PLAIN.test(word(first + by)));
  };
}
