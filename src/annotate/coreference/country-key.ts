import type { NameMention, NounPhrase } from '../../document/layers.ts';
import { namesIn, type View, wordAt } from './view.ts';

/** Letters that "Drevia" and "Drevian" have in common at least. */
const STEM = 4;

/**
 * The country or place that a phrase names as its own: "the [Drevian] leader", "[Drevia]'s president", "the king of
 * [Drevia]", as the key of `placeKey`; null where it names none.
 */
export function countryKey(view: View, { head, full }: NounPhrase, own: NameMention | null): string | null {
  const { syntax } = view;
  for (const name of namesIn(view, full)) {
    if (name === own || (name.label !== 'NORP' && name.label !== 'Location')) continue;
    const token = name.last - 1;
    if (isOf(syntax, token, head) || isOf(syntax, name.first, head)) return placeKey(view, wordsOf(view, name));
  }
  return null;
}

/** Directly below the head, or below a title that is: "Drevian President Sana Melk". */
function isOf({ heads, relations }: View['syntax'], token: number, head: number): boolean {
  const above = heads[token]!;
  if (above === head) return /^(?:amod|compound|nmod|flat)/.test(relations[token]!);
  return above >= 0 && heads[above] === head && /^(?:compound|flat|appos|nmod)/.test(relations[above]!);
}

/** One key for a country, its demonym and its people: the code where the gazetteer has it, else the common stem. */
export function placeKey({ gazetteer }: Pick<View, 'gazetteer'>, words: string): string {
  const bare = words.replace(/^the /i, '');
  const country = gazetteer.country(bare) ?? gazetteer.countryOfDemonym(bare);
  if (country) return country.code;
  const stem = bare.toLowerCase().replace(/(?:ians?|ans?|ese|ish|is?|ia|a|s|e)$/, '');
  return stem.length >= STEM ? stem : bare.toLowerCase();
}

function wordsOf(view: View, { first, last }: NameMention): string {
  let words = '';
  for (let token = first; token < last; token++) words += (words ? ' ' : '') + wordAt(view, token);
  return words;
}
