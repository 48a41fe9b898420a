import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { expectedPath, extractGolden, slugs, wrongWords } from '../support/golden.ts';

test('there are golden articles of both kinds', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(4);
});

describe.each(slugs)('%s', (slug) => {
  const path = expectedPath(slug);
  const expected = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;

  test('every span of the expected extraction has its words', () => {
    expect(expected).not.toBeNull();
    expect(wrongWords(expected)).toEqual([]);
  });

  // Differs on purpose? Read the difference, then: npm run golden -- --accept <slug>
  test('is extracted as expected', async () => {
    expect(await extractGolden(slug)).toEqual(surelyAbout(expected));
  });
});

test('a span whose words moved is seen', () => {
  expect(wrongWords({ article: { text: 'One two.' }, a: [{ start: 0, end: 3, words: 'two' }] } as never)).toEqual(['[0, 3) two']);
});

/** The same with confidences that may differ by a few hundredths: processors of another family round otherwise. */
function surelyAbout(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(surelyAbout);
  if (typeof expected !== 'object' || expected === null) return expected;
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      name === 'confidence' ? expect.closeTo(value, 1) : surelyAbout(value),
    ]),
  );
}
