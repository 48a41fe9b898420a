import { refusal } from './refusal.ts';

const MOST_LISTED = 30;

/** Words of the vocabulary, each once. Throws `BAD_VALUE` with those there are for one that is none of them. */
export function checkedWords(
  given: readonly string[],
  known: ReadonlyMap<string, unknown>,
  argument: string,
): readonly string[] {
  for (const word of given) {
    if (known.has(word)) continue;
    throw refusal('BAD_VALUE', `${argument}: there is no "${word.slice(0, 60)}"`, {
      argument,
      allowed: [...known.keys()].slice(0, MOST_LISTED),
      hint: 'see `vocabulary` for every word',
    });
  }
  return [...new Set(given)];
}
