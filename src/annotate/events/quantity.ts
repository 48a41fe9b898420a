import type { Quantity } from '../../document/layers.ts';
import type { View } from './view.ts';

const WORDS: Readonly<Record<string, number>> = {};
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
  .split(' ')
  .forEach((word, at) => {
    Object.assign(WORDS, { [word]: at });
  });
'thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, at) => {
  Object.assign(WORDS, { [word]: 30 + 10 * at });
});
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000, billion: 1e9 };
/** "dozens", "thousands": at least two of them. */
const PLURALS: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2_000,
  millions: 2_000_000,
};
const LEAST = /\b(?:at least|more than|over|no fewer than|upwards of)\s*$/i;
const MOST = /\b(?:up to|at most|fewer than|less than|under|no more than)\s*$/i;
const ROUGH = /\b(?:about|around|some|roughly|nearly|almost|approximately|an estimated)\s*$/i;

/** The least that a word for many people means: "thousands", "dozens"; null for other words. */
export function wordsOf({ text, tokens }: Pick<View, 'text' | 'tokens'>, token: number): number | null {
  return PLURALS[text.slice(tokens[token]!.start, tokens[token]!.end).toLowerCase()] ?? null;
}

/** How many a phrase speaks of, no more precise than its words; null where it names no number. */
export function quantityOf({ text, tokens, reading, syntax }: View, head: number): Quantity | null {
  // "71% of the members" is no number of them.
  if (/^(?:%|percent|per)$/.test(wordAt(head))) return null;
  const own = PLURALS[wordAt(head)];
  if (own !== undefined) return { min: own, max: null };
  const number = syntax.children[head]!.find((child) => /^nummod/.test(syntax.relations[child]!));
  if (number === undefined) {
    const many = syntax.children[head]!.find((child) => PLURALS[wordAt(child)] !== undefined);
    return many === undefined ? null : { min: PLURALS[wordAt(many)]!, max: null };
  }
  let first = number;
  while (first > 0 && isNumber(first - 1)) first--;
  // "[Forty-]one"
  if (first > 1 && /^[-\u2010\u2011]$/.test(wordAt(first - 1)) && isNumber(first - 2)) first -= 2;
  const count = numberOf(text.slice(tokens[first]!.start, tokens[number]!.end));
  if (count === null) return null;
  const before = text.slice(Math.max(0, tokens[first]!.start - 20), tokens[first]!.start);
  if (LEAST.test(before)) return { min: count, max: null };
  if (MOST.test(before)) return { min: null, max: count };
  return ROUGH.test(before) ? { min: null, max: null } : { min: count, max: count };

  function isNumber(token: number): boolean {
    return syntax.heads[token] === number && reading.upos[token] === 'NUM';
  }

  function wordAt(token: number): string {
    return text.slice(tokens[token]!.start, tokens[token]!.end).toLowerCase();
  }
}

/** "2,500", "twenty-one", "3 million", "ten thousand"; null for what is no plain number. */
export function numberOf(words: string): number | null {
  let total = 0;
  let current: number | null = null;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const plain = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word)
      ? Number(word.replaceAll(',', ''))
      : WORDS[word];
    const scale = SCALES[word];
    if (plain !== undefined) current = (current ?? 0) + plain;
    else if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = 0;
    } else if (word !== 'and' && word !== 'a') return null;
  }
  const value = total + (current ?? 0);
  return current === null || !Number.isSafeInteger(value) ? null : value;
}
