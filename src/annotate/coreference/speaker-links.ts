import type { Draft } from './mention.ts';
import { pronounOf } from './pronouns.ts';
import { type View, wordAt } from './view.ts';

/** By mention, the mention of whoever speaks there: “[I] will stay,” said [Oduya]. Only for "I", "me", "my" and "mine". */
export function speakerLinks(view: View, mentions: readonly Draft[]): Map<number, number> {
  const found = new Map<number, number>();
  const byHead = new Map(mentions.map(({ head }, at) => [head, at]));
  const spoken = mentions.flatMap((mention, at) => {
    const pronoun = mention.person === 1 ? pronounOf(wordAt(view, mention.head), 'PRON', 'PRP') : null;
    return pronoun?.row === 'I' ? [at] : [];
  });
  for (const { content, source } of view.quotations.quotations) {
    const speaker = source === null ? undefined : (byHead.get(source.head) ?? within(mentions, view, source));
    if (speaker === undefined) continue;
    for (const at of spoken) {
      const { start } = view.tokens[mentions[at]!.head]!;
      // The innermost quotation comes last.
      if (at !== speaker && content.some((span) => span.start <= start && start < span.end)) found.set(at, speaker);
    }
  }
  return found;
}

function within(
  mentions: readonly Draft[],
  view: View,
  source: { readonly start: number; readonly end: number },
): number | undefined {
  const at = mentions.findIndex(
    ({ head }) => view.tokens[head]!.start >= source.start && view.tokens[head]!.end <= source.end,
  );
  return at < 0 ? undefined : at;
}
