const MOST_WORDS = 8;
const MOST_LETTERS = 24;
const MOST_CHARACTERS = 200;

/** A name as search compares it: lower case, without accents and punctuation. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Keys under which a name is found with one slip in each word: every word, and every word less one letter (the deletions
 * of SymSpell, Garbe 2012). Two words within one insertion, deletion or substitution of each other share one.
 */
export function gramsOf(name: string): string[] {
  const words = foldedName(name).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return [...new Set(words.flatMap(slips))];
}

/** The key under which a name is found as a whole. */
export function wholeName(name: string): string {
  return `=${foldedName(name).slice(0, MOST_CHARACTERS)}`;
}

function slips(word: string): string[] {
  const letters = [...word].slice(0, MOST_LETTERS);
  if (letters.length < 4) return [letters.join('')];
  return [letters.join(''), ...letters.map((_, at) => letters.filter((_, other) => other !== at).join(''))];
}
