import { blocksOf } from '../document/blocks.ts';
import { wordsOf } from '../document/span.ts';
import type { Block } from './compose.ts';
import { inOneLine } from './one-line.ts';

/** The paragraphs of plain text, each in one line. */
export function plainBlocks(text: string): Block[] {
  return blocksOf(text)
    .map((span): Block => ({ kind: 'paragraph', text: inOneLine(wordsOf(text, span)) }))
    .filter((block) => block.text !== '');
}
