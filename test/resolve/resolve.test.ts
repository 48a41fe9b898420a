import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VersionHead } from '../../src/knowledge/change.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { anExtraction } from '../support/an-extraction.ts';

const headOf = (extraction: ReturnType<typeof anExtraction>): VersionHead => ({
  version: extraction.article.version,
  release: extraction.release,
  publishedAt: extraction.article.publishedAt,
  modifiedAt: extraction.article.modifiedAt,
});

describe('which version is current', () => {
  const published = anExtraction({ id: 'a', text: 'one', publishedAt: '2024-02-15T10:00:00Z' });
  const corrected = anExtraction({
    id: 'a',
    text: 'two',
    publishedAt: '2024-02-15T10:00:00Z',
    modifiedAt: '2024-02-15T11:00:00Z',
  });
  const elsewhere = anExtraction({
    id: 'a',
    text: 'three',
    publishedAt: '2024-02-15T10:00:00Z',
    modifiedAt: '2024-02-15T12:30:00+02:00',
  });

  test.each([
    ['the only one', published, [], published],
    ['the corrected one', corrected, [published], corrected],
    ['the corrected one, also when the first comes late', published, [corrected], corrected],
    ['the later instant, not the greater string', elsewhere, [corrected], corrected],
  ])('%s', (_which, given, known, current) => {
    expect(resolve(given, { versions: known.map(headOf) }).current).toBe(current.article.version);
  });

  test('does not depend on the order in which versions came', () => {
    const version = fc.record({
      text: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      modifiedAt: fc.constantFrom(null, '2024-02-15T11:00:00Z', '2024-02-16', '2024-02-15T13:00:00+02:00'),
    });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (given, order) => {
        const extractions = given.map((fields) => anExtraction({ id: 'a', ...fields }));
        const shuffled = [...extractions].sort(() => (order.next().value % 2 ? 1 : -1));
        expect(lastCurrent(shuffled)).toBe(lastCurrent(extractions));
      }),
    );
  });

  function lastCurrent(extractions: ReturnType<typeof anExtraction>[]): string {
    const heads: VersionHead[] = [];
    let current = '';
    for (const extraction of extractions) {
      ({ current } = resolve(extraction, { versions: heads }));
      heads.push(headOf(extraction));
    }
    return current;
  }
});
