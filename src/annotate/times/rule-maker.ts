import type { Rule } from './setting.ts';
import { patternOf, type Words } from './words.ts';

/** Makes rules whose patterns are written with the words of a language. */
export function ruleMaker(
  words: Words,
): (name: string, pattern: string, resolve: Rule['resolve'], more?: Pick<Rule, 'isSeen'>) => Rule {
  return (name, pattern, resolve, more) => ({ name, form: patternOf(words, pattern), resolve, ...more });
}
