import type { ArticleEntity, NameMention } from '../../document/layers.ts';
import type { Draft } from './mention.ts';
import { namesIn, roomBefore, spanOf, type View, wordAt } from './view.ts';
import type { Words } from './words.ts';

type Office = ArticleEntity['offices'][number];

/** Words of the longest title. */
const LONGEST = 5;

/**
 * Offices that stand with a person's names and nouns: "Drevian [President] Sana Melk", "Melk, the former [mayor] of
 * Tarn", each with the country or body that it is of, where that is an entity.
 */
export function offices(
  view: View,
  words: Words,
  drafts: readonly Draft[],
  entityOfName: ReadonlyMap<NameMention | null, number>,
): Office[] {
  const found = new Map<string, Office>();
  for (const draft of drafts) {
    if (draft.form === 'pronoun') continue;
    const title = draft.name ? titleBefore(view, words, draft.name.first) : titleAt(view, words, draft.head);
    if (!title) continue;
    const { start, end } = spanOf(view, title);
    const text = view.text.slice(start, end).replace(/\s+/g, ' ').toLowerCase();
    // "former mayor", "former Drevian president".
    const former = [1, 2].some(
      (back) =>
        title.first >= back &&
        /^(?:former|ex|then|late|outgoing)$/i.test(wordAt(view, title.first - back).replace(/-$/, '')),
    );
    const of = draft.country === null ? null : ofWhom(view, draft, entityOfName);
    if (!found.has(text)) found.set(text, { start, end, title: text, of, former });
  }
  return [...found.values()];
}

function titleBefore(view: View, words: Words, before: number): { first: number; last: number } | null {
  // "She is the new mayor. Melk …": another sentence's is not his.
  for (let size = Math.min(LONGEST, roomBefore(view, before)); size > 0; size--)
    if (isTitle(view, words, before - size, before)) return { first: before - size, last: before };
  return null;
}

function titleAt(view: View, words: Words, head: number): { first: number; last: number } | null {
  for (let size = LONGEST; size > 0; size--)
    if (head + 1 >= size && isTitle(view, words, head + 1 - size, head + 1))
      return { first: head + 1 - size, last: head + 1 };
  return null;
}

function isTitle(view: View, words: Words, first: number, last: number): boolean {
  const { start, end } = spanOf(view, { first, last });
  return words.isTitle(view.text.slice(start, end));
}

/** The entity of the country's words within the mention. */
function ofWhom(view: View, draft: Draft, entityOfName: ReadonlyMap<NameMention | null, number>): number | null {
  const inner = namesIn(view, draft.full).find(
    (name) => name !== draft.name && (name.label === 'Location' || name.label === 'NORP'),
  );
  return (inner && entityOfName.get(inner)) ?? null;
}
