import type { Segment } from '../document/document.ts';

/** A part of an article in one line, without white space at its ends; not empty. */
export interface Block {
  readonly kind: 'headline' | 'caption' | 'paragraph';
  readonly text: string;
}

/** Blocks as one text, parted by blank lines, and where each stands in it. */
export function compose(blocks: readonly Block[]): { readonly text: string; readonly blocks: readonly Segment[] } {
  let start = 0;
  const segments = blocks.map(({ kind, text }) => {
    const segment = { kind, start, end: start + text.length };
    start = segment.end + 2;
    return segment;
  });
  return { text: blocks.map(({ text }) => text).join('\n\n'), blocks: segments };
}

/** The headline, if there is one, before the blocks of the body; the body's own copies of it are dropped. */
export function underHeadline(headline: string | null, body: readonly Block[]): Block[] {
  if (!headline) return [...body];
  const words = lettersOf(headline);
  const rest = body.filter(({ kind, text }) => kind !== 'paragraph' || lettersOf(text) !== words);
  return [{ kind: 'headline', text: headline }, ...rest];
}

/** Letters and digits in lower case: what stays the same when a headline is set in capitals or with other quotes. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
