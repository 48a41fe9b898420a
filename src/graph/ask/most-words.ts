import { compareText } from '../../knowledge/order.ts';

/** Of the texts that have a word so many of the newest are looked at. */
export const MOST_EACH = 500;

/** A text that was found under a word. */
interface Found {
  readonly id: string;
  readonly day: string;
}

/** Texts by how many words of a search they were found under, those with most first, of equals the newest. */
export function mostWords(found: readonly Found[], first: number): { id: string; words: number }[] {
  const texts = new Map<string, Found & { words: number }>();
  for (const { id, day } of found) {
    const known = texts.get(id);
    if (known) known.words++;
    else texts.set(id, { id, day, words: 1 });
  }
  return [...texts.values()]
    .sort((a, b) => b.words - a.words || compareText(b.day, a.day) || compareText(a.id, b.id))
    .slice(0, first);
}
