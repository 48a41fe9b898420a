import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** Letters that stand for a name: "WHO", "G20". */
const LETTERS = /^\p{Lu}[\p{Lu}\d]{2,}$/u;
/** A team's word: "the Karsk Lions". */
const TEAM = /^\p{Lu}\p{Ll}+(?:[^s]s|ox)$/u;

/**
 * “[WHO] says”: letters that are a name elsewhere in the article are that name wherever they stand, but in lines of capitals;
 * “the [Lions]” too where the article has a body that ends so.
 */
export function repeated(found: readonly Found[], words: Words): readonly Found[] {
  const labels = new Map<string, Found['label']>();
  const teams = new Set<string>();
  const taken = new Set<number>();
  for (const { first, last, label } of found) {
    const form = wordAt(words, first);
    if (last - first === 1 && LETTERS.test(form) && !labels.has(form)) labels.set(form, label);
    if (label === 'Organization' && TEAM.test(wordAt(words, last - 1))) teams.add(wordAt(words, last - 1));
    for (let token = first; token < last; token++) taken.add(token);
  }
  if (labels.size === 0 && teams.size === 0) return found;
  const others: Found[] = [];
  for (const { first, last } of words.sentences) {
    const tokens = Array.from({ length: last - first }, (_, at) => first + at);
    if (!tokens.some((token) => /^\p{Ll}{2,}$/u.test(wordAt(words, token)))) continue;
    for (const token of tokens) {
      if (taken.has(token)) continue;
      const form = wordAt(words, token);
      const isTeam = teams.has(form) && token > first && /^the$/i.test(wordAt(words, token - 1));
      const label = isTeam ? 'Organization' : labels.get(form);
      if (label) others.push({ first: token, last: token + 1, label });
    }
  }
  return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.first - b.first);
}
