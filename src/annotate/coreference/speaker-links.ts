import type { Span } from '../../document/span.ts';
import type { Draft } from './mention.ts';
import { pronounOf } from './pronouns.ts';
import { type View, wordAt } from './view.ts';

/** By mention in a quotation, the mention of whoever speaks there: “[I] will stay,” said [Oduya]. The narrator's have none. */
export function voices(view: View, mentions: readonly Draft[]): Map<number, number> {
  const found = new Map<number, number>();
  const byHead = new Map(mentions.map(({ head }, at) => [head, at]));
  const inWords = new Set<number>();
  for (const { kind, content, source } of view.quotations.quotations) {
    const speaker = source === null ? undefined : (byHead.get(source.head) ?? within(mentions, view, source));
    if (speaker === undefined) continue;
    // The innermost quotation comes last.
    for (const span of content) {
      for (let at = firstFrom(view, mentions, span.start); at < mentions.length; at++) {
        const { start } = view.tokens[mentions[at]!.first]!;
        if (start >= span.end) break;
        // “He told me that [I] had won”: whose words are only told does not speak of himself as "I".
        if (at === speaker || (kind === 'indirect' && inWords.has(at) && isSpeaker(view, mentions[at]!))) continue;
        found.set(at, speaker);
        if (kind !== 'indirect') inWords.add(at);
      }
    }
  }
  return found;
}

function within(mentions: readonly Draft[], view: View, source: Span): number | undefined {
  const at = firstFrom(view, mentions, source.start);
  return at < mentions.length && view.tokens[mentions[at]!.head]!.end <= source.end ? at : undefined;
}
/** The first mention that begins at `start` or after it. */
function firstFrom(view: View, mentions: readonly Draft[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.tokens[mentions[middle]!.first]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "I", "me", "my" and "mine" are the speaker. */
export function isSpeaker(view: View, { head, person }: Draft): boolean {
  return person === 1 && pronounOf(wordAt(view, head), 'PRON', 'PRP')?.row === 'I';
}
