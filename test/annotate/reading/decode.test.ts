import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeNames, nameRules } from '../../../src/annotate/reading/decode-names.ts';
import { decodeTree } from '../../../src/annotate/reading/decode-tree.ts';

/** Whether every word reaches the root, and one only hangs on it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, start) => {
    let node = start + 1;
    for (let steps = 0; node !== 0 && steps <= heads.length; steps++) node = heads[node - 1]!;
    return node === 0;
  });
}

const scoreOf = (heads: readonly number[], scores: readonly number[]) =>
  heads.reduce((sum, head, word) => sum + scores[word * (heads.length + 1) + head]!, 0);

/** Every choice of a number below `base` for each of `count` places. */
function* choices(count: number, base: number): Generator<number[]> {
  for (let code = 0; code < base ** count; code++) {
    yield Array.from({ length: count }, (_, at) => Math.floor(code / base ** at) % base);
  }
}

const scoresFor = (cells: (count: number) => number, least: number, most: number) =>
  fc.integer({ min: least, max: most }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      // Whole numbers add up without rounding, and make ties.
      scores: fc.array(fc.integer({ min: -9, max: 0 }), { minLength: cells(count), maxLength: cells(count) }),
    }),
  );

describe('trees', () => {
  test('of few words are the best there are', () => {
    fc.assert(
      fc.property(
        scoresFor((count) => count * (count + 1), 1, 5),
        ({ count, scores }) => {
          const heads = [...decodeTree(scores, count)];
          expect(isTree(heads)).toBe(true);
          let best = -Infinity;
          for (const other of choices(count, count + 1)) {
            if (isTree(other)) best = Math.max(best, scoreOf(other, scores));
          }
          expect(scoreOf(heads, scores)).toBe(best);
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });

  test('of many words are trees, and the same again', () => {
    fc.assert(
      fc.property(
        scoresFor((count) => count * (count + 1), 20, 60),
        ({ count, scores }) => {
          const heads = [...decodeTree(scores, count)];
          expect(isTree(heads)).toBe(true);
          expect([...decodeTree(Float32Array.from(scores), count)]).toEqual(heads);
        },
      ),
      { seed: 4, numRuns: 50 },
    );
  });

  test.each([
    ['one word', 1, [[0, -9]], [0]],
    [
      'the first of equals',
      2,
      [
        [-1, 0, -1],
        [-1, -1, 0],
      ],
      [0, 1],
    ],
    [
      'a circle opened where it costs least',
      2,
      [
        [-5, 0, -1],
        [-4, -1, 0],
      ],
      [2, 0],
    ],
    [
      'two that want to be the root',
      2,
      [
        [-1, 0, -9],
        [-2, -3, 0],
      ],
      [0, 1],
    ],
  ])('%s', (_, count, scores, heads) => {
    expect([...decodeTree(scores.flat(), count)]).toEqual(heads);
  });

  test('rows may be wider than the sentence', () => {
    expect([...decodeTree([-5, 0, -1, 9, 9, -4, -1, 0, 9, 9], 2, 5)]).toEqual([2, 0]);
  });
});

describe('names', () => {
  const LABELS = ['O', 'B-Person', 'I-Person', 'B-Date', 'I-Date'];
  const rules = nameRules(LABELS);
  const isLegal = (path: readonly number[]) =>
    path.every((label, at) => {
      const name = LABELS[label]!;
      return !name.startsWith('I-') || (at > 0 && LABELS[path[at - 1]!]!.slice(2) === name.slice(2));
    });

  test('are the best that are legal', () => {
    fc.assert(
      fc.property(
        scoresFor((count) => count * LABELS.length, 1, 4),
        ({ count, scores }) => {
          const found = decodeNames(scores, count, rules).map((label) => LABELS.indexOf(label));
          const total = (path: readonly number[]) =>
            path.reduce((sum, label, word) => sum + scores[word * LABELS.length + label]!, 0);
          expect(isLegal(found)).toBe(true);
          let best = -Infinity;
          for (const path of choices(count, LABELS.length)) if (isLegal(path)) best = Math.max(best, total(path));
          expect(total(found)).toBe(best);
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });

  test('of no words are none', () => {
    expect(decodeNames([], 0, rules)).toEqual([]);
  });
});
