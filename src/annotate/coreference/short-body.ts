import type { NameMention } from '../../document/layers.ts';
import { type View, wordAt } from './view.ts';

/** "The Green Pact … [the Pact]": the body named before, in several words, that a capital letter and its last word take up; null for none. */
export function shortBody(
  view: View,
  { first, last }: { readonly first: number; readonly last: number },
): NameMention | null {
  if (last - first !== 2 || !/^the$/i.test(wordAt(view, first))) return null;
  const word = wordAt(view, last - 1);
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return null;
  return (
    view.entities.mentions.findLast(
      (name) =>
        name.label === 'Organization' &&
        name.last <= first &&
        name.last - name.first > 1 &&
        wordAt(view, name.last - 1) === word,
    ) ?? null
  );
}
