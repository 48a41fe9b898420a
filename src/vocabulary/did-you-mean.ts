import { distance } from 'fastest-levenshtein';

/** ` (did you mean "Person"?)` for the option nearest to the word, or nothing where none is near. */
export function didYouMean(word: string, options: Iterable<string>): string {
  const ranked = [...options]
    .map((option) => ({ option, cost: distance(word.toLowerCase(), option.toLowerCase()) }))
    .sort((a, b) => a.cost - b.cost);
  const best = ranked[0];
  return best && best.cost <= Math.max(1, Math.floor(word.length * 0.4)) ? ` (did you mean "${best.option}"?)` : '';
}
