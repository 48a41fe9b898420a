import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** Titles that are first names too: "Dean Halloran", "Duke Ellery". Here the model knows better than a list. */
const NAMES_TOO: ReadonlySet<string> = new Set(
  'brother count dean don duke lady lord major master miss mother private sheikh sister sultan tun u'.split(' '),
);
/** What stands before a title and belongs to it: "acting Prime Minister Verko". */
const MODIFIERS = ['former', 'acting', 'deputy', 'vice', 'interim', 'outgoing', 'then', 'ex', 'the', 'first', 'senior'];
/** They tell father from son and king from king, so they stay with the name. */
const TELLS_APART: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii']);
/** Words of the longest title, hyphens counted: "chancellor of the exchequer", "commander-in-chief". */
const LONGEST = 6;

/**
 * Leaves titles outside a person's name: "President [Mara Oduya]", "Mr. [Lund]", "[Joan Pell] MP". A name that would
 * be nothing but a title stays as it is.
 */
export function titleTrimmer({ honorifics, officeTitles }: Pick<Vocabulary, 'honorifics' | 'officeTitles'>) {
  const before = new Set(MODIFIERS);
  const after = new Set<string>();
  for (const { form, side } of honorifics) (side === 'after' ? after : before).add(keyOf(form));
  for (const { title, plural } of officeTitles) {
    before.add(keyOf(title));
    before.add(keyOf(plural ?? `${title}s`));
  }
  for (const name of NAMES_TOO) before.delete(name);
  for (const mark of TELLS_APART) after.delete(mark);

  return (found: readonly Found[], words: Words): Found[] =>
    found.map((name) => {
      if (name.label !== 'Person') return name;
      let { first, last } = name;
      for (let size = 1; size > 0; first += size) size = titleAt(before, words, first, last);
      while (last - first > 1 && after.has(keyOf(wordAt(words, last - 1)))) last--;
      return { ...name, first, last };
    });
}

/** Tokens of the longest title at the start of a name, 0 for none; the name keeps one token at least. */
function titleAt(titles: ReadonlySet<string>, words: Words, first: number, last: number): number {
  for (let size = Math.min(LONGEST, last - first - 1); size > 0; size--) {
    const { start } = words.tokens[first]!;
    const { end } = words.tokens[first + size - 1]!;
    if (titles.has(keyOf(words.text.slice(start, end)))) return size;
  }
  return 0;
}

/** "Prof." and "prof", "Secretary-General" and "secretary general" are one title. */
function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[-\u2010\u2011\s]+/g, ' ')
    .replace(/\.$/, '')
    .trim();
}
