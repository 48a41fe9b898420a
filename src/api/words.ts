import { refusal } from './refusal.ts';

const MOST_LISTED = 30;

/** Words of the vocabulary, each once. Throws `BAD_VALUE` with those there are, near ones first, for one that is none of them. */
export function checkedWords(
  given: readonly string[],
  known: ReadonlyMap<string, unknown>,
  argument: string,
): readonly string[] {
  for (const word of given) {
    if (known.has(word)) continue;
    const near = [...known.keys()].filter((one) => isNear(one, word));
    const meant = near.length > 0 ? `; did you mean "${near[0]}"?` : '';
    throw refusal('BAD_VALUE', `${argument}: there is no "${word.slice(0, 60)}"${meant}`, {
      argument,
      allowed: [...new Set([...near, ...known.keys()])].slice(0, MOST_LISTED),
      hint: 'see `vocabulary` for every word',
    });
  }
  return [...new Set(given)];
}

/** Whether one begins as the other goes on, but for case: `Riot` and `riots` are near `riot`. */
function isNear(known: string, given: string): boolean {
  const [a, b] = [known.toLowerCase(), given.toLowerCase()];
  return b.length > 2 && (a.startsWith(b) || b.startsWith(a));
}

/** A number that a filter asks for at least. Throws `BAD_VALUE` for one that is out of bounds. */
export function checkedLeast(value: number, argument: string, most: number): number {
  if (value >= 0 && value <= most) return value;
  const bounds = Number.isFinite(most) ? `0 to ${most}` : '0 or more';
  throw refusal('BAD_VALUE', `${argument}: ${value}: give ${bounds}`, { argument });
}
