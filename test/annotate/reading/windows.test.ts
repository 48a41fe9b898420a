import { describe, expect, test } from '@jest/globals';
import { batchesOf } from '../../../src/annotate/reading/batches.ts';
import { joinWindows } from '../../../src/annotate/reading/join-windows.ts';
import { windowsOf } from '../../../src/annotate/reading/windows.ts';
import { readWords } from './read-words.ts';

const sentence = (first: number, last: number) => ({ start: 0, end: 0, first, last, segment: 0 });
const pieces = (count: number, each = 1) =>
  Array.from({ length: count }, () => ({ ids: new Array<number>(each).fill(7), shape: 1 }));

describe('long sentences', () => {
  test('fit into windows that overlap; every word is of one', () => {
    const windows = windowsOf(sentence(10, 110), pieces(120, 2), 40);
    expect(windows.map(({ first, last, from, to }) => [first, last, from, to])).toEqual([
      [10, 30, 10, 27],
      [25, 45, 27, 42],
      [40, 60, 42, 57],
      [55, 75, 57, 72],
      [70, 90, 72, 87],
      [85, 105, 87, 102],
      [100, 110, 102, 110],
    ]);
  });

  test('a sentence that fits is one window', () => {
    expect(windowsOf(sentence(0, 40), pieces(40), 40)).toHaveLength(1);
  });

  test.each([
    ['two roots', [-1, 0, -1, 2], [-1, 0, 0, 2]],
    ['a circle between windows', [-1, 2, 1, 2], [-1, 0, 1, 2]],
    ['no root at all', [1, 0, 1], [-1, 0, 1]],
    ['a tree', [1, -1, 1], [1, -1, 1]],
  ])('%s', (_, heads, expected) => {
    const relations = heads.map((head) => (head < 0 ? 'root' : 'obj'));
    const joined = [...heads];
    joinWindows(joined, relations);
    expect(joined).toEqual(expected);
    expect(relations.filter((relation) => relation === 'root')).toHaveLength(1);
    expect(relations[joined.indexOf(-1)]).toBe('root');
  });

  test('of thousands of words are read whole, as one tree with legal names', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => ['Ilse', 'Varga', 'met', 'Odile', 'Lund', ','][at % 6]!);
    const { heads, names, upos } = await readWords([['Rain', 'fell', '.'], words]);
    expect(upos).not.toContain('_');
    expect(heads.slice(3).filter((head) => head < 0)).toHaveLength(1);
    for (const start of heads.keys()) {
      let at = start;
      for (let steps = 0; at >= 0 && steps <= words.length; steps++) at = heads[at]!;
      expect(at).toBe(-1);
    }
    for (const [at, name] of names.entries())
      if (name.startsWith('I-')) expect(names[at - 1]!.slice(2)).toBe(name.slice(2));
  });
});

test('sentences of like length are read together, padded to the longest', () => {
  const windows = [
    [0, 3],
    [3, 4],
    [4, 204],
  ].map(([first, last]) => ({
    sentence: sentence(first!, last!),
    first: first!,
    last: last!,
    from: first!,
    to: last!,
  }));
  const batches = batchesOf(windows, pieces(204), { cls: 101, sep: 102 });
  expect(batches.map((batch) => batch.windows.map(({ first }) => first))).toEqual([[3, 0], [4]]);
  expect(batches[0]!.shapes).toEqual({ pieces: [2, 5], shapes: [2, 5], first: [2, 3], last: [2, 3] });
  expect([...batches[0]!.inputs.pieces]).toEqual([101, 7, 102, 0, 0, 101, 7, 7, 7, 102]);
  expect([...batches[0]!.inputs.first]).toEqual([1, 0, 0, 1, 2, 3]);
});
