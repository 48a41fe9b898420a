import { expect, test } from '@jest/globals';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { textAppearances } from '../../src/resolve/texts.ts';

test('a word of a million letters is a text like another', () => {
  const text = 'é'.repeat(1_000_000);
  const article = { text, segments: [{ kind: 'paragraph', start: 0, end: text.length }] };
  expect(textAppearances({ article } as unknown as Extraction)).toHaveLength(1);
});
