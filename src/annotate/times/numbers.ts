import type { TimeWords } from '../../vocabulary/records.ts';

/** A count as durations write it: "3", "three", "a", "twenty-one", "2 1/2"; "X" for "several"; null for no count. */
export function countOf(words: string, data: TimeWords): string | null {
  const said = words.toLowerCase().replace(/\s+/g, ' ').trim();
  const [, whole, over, under] = /^(\d+) (\d)\/(\d)$/.exec(said) ?? [];
  if (whole)
    return Number(under) === 0 ? null : String(Number(whole) + Math.round((100 * Number(over)) / Number(under)) / 100);
  if (/^[\d.,]+$/.test(said)) return String(Number(said.replaceAll(',', '')));
  if (said === 'a' || said === 'an') return '1';
  if (data.pairs.includes(said)) return '2';
  if (data.halves.includes(said)) return '0.5';
  if (data.some.includes(said)) return 'X';
  let sum = 0;
  for (const word of said.split(/[- ]/)) {
    const value = word === 'a' || word === 'an' ? 1 : data.numbers.find((number) => number.word === word)?.value;
    if (value === undefined) return null;
    // "two hundred", "three dozen"; "twenty" and "one" are added.
    sum = (value === 100 || word === 'dozen') && sum > 0 ? sum * value : sum + value;
  }
  return String(sum);
}

/** "third" and "3rd" are 3; null for others. */
export function ordinalOf(word: string, data: TimeWords): number | null {
  if (/^\d/.test(word)) return Number.parseInt(word, 10);
  return data.ordinals.find((ordinal) => ordinal.word === word.toLowerCase())?.value ?? null;
}
