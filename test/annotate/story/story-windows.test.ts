import { describe, expect, test } from '@jest/globals';
import { storyInputs } from '../../../src/annotate/story/story-inputs.ts';
import { storyWindows } from '../../../src/annotate/story/story-windows.ts';
import type { Sentence } from '../../../src/document/layers.ts';

/** Sentences of so many words each, in segments as numbered; every word is `size` pieces. */
function article(lengths: readonly number[], segments: readonly number[] = lengths.map(() => 0), size = 1) {
  const sentences: Sentence[] = [];
  let first = 0;
  for (const [at, length] of lengths.entries()) {
    sentences.push({ first, last: first + length, segment: segments[at]!, start: 0, end: 1 });
    first += length;
  }
  const pieces = Array.from({ length: first }, (_, word) => ({ ids: new Array(size).fill(10 + word), shape: 1 }));
  return { sentences, pieces, words: first };
}

const MARKS = { cls: 1, sep: 2 };

describe('windows of a story', () => {
  test.each([
    ['none', []],
    ['one short sentence', [5]],
    ['many', new Array(60).fill(23)],
    ['of all lengths', [1, 300, 2, 2, 900, 64, 65, 160, 161, 3]],
    ['one endless sentence', [5000]],
    ['without words between', [40, 0, 40]],
  ])('%s: each word is taken once, in order, and no window is too long', (_, lengths) => {
    const { sentences, pieces, words } = article(lengths);
    const windows = storyWindows(sentences, pieces, 320);
    const taken = windows.flatMap(({ units, from, to }) =>
      units.slice(from, to).flatMap(({ first, last }) => Array.from({ length: last - first }, (__, at) => first + at)),
    );
    expect(taken).toEqual(Array.from({ length: words }, (__, at) => at));
    for (const window of windows) {
      expect(storyInputs(window, pieces, MARKS).inputs.pieces!.length).toBeLessThanOrEqual(320);
    }
  });

  test('a window begins with what stood before it', () => {
    const { sentences, pieces } = article(new Array(20).fill(30));
    const [one, two] = storyWindows(sentences, pieces, 320);
    expect(two!.units[0]!.first).toBeLessThan(one!.units.at(-1)!.last);
    expect(two!.from).toBeGreaterThan(0);
  });

  test('a mark stands after each segment', () => {
    const { sentences, pieces } = article([2, 1, 2], [0, 1, 1], 2);
    const [window] = storyWindows(sentences, pieces, 320);
    const { inputs } = storyInputs(window!, pieces, MARKS);
    expect([...inputs.pieces!]).toEqual([1, 10, 10, 11, 11, 2, 12, 12, 13, 13, 14, 14, 2]);
    expect([...inputs.first!]).toEqual([1, 3, 6, 8, 10]);
    expect([...inputs.last!]).toEqual([2, 4, 7, 9, 11]);
  });
});
