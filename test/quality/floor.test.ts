import { expect, test } from '@jest/globals';
import { readFloor } from '../../scripts/score/floor.ts';
import { tokenScores } from '../../scripts/score/token-scores.ts';

const floor = readFloor();

test('floors are sorted and have one decimal at most', () => {
  expect(Object.keys(floor)).toEqual(Object.keys(floor).sort());
  for (const value of Object.values(floor)) expect(Math.abs(value * 10 - Math.round(value * 10))).toBeLessThan(1e-9);
});

const scores = tokenScores('own', new URL('own.conllu', import.meta.url), ['words', 'tokens', 'sentences']);

test.each([...scores])('%s is not below its floor', (name, value) => {
  expect(floor).toHaveProperty([name]);
  expect(value).toBeGreaterThanOrEqual(floor[name]!);
});
