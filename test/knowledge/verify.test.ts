import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { StoredVersion } from '../../src/knowledge/store.ts';
import { extractionValidator } from '../../src/knowledge/validate.ts';
import { verify } from '../../src/knowledge/verify.ts';
import { openScratch } from '../../src/store/open.ts';
import { anExtraction } from '../support/an-extraction.ts';

const validate = extractionValidator(
  JSON.parse(readFileSync(new URL('../../schema/extraction.schema.json', import.meta.url), 'utf8')),
);
const good = anExtraction({ id: 'a' });
const stored = (fields: Partial<StoredVersion> = {}): StoredVersion => ({
  articleId: 'a',
  version: good.article.version,
  release: good.release,
  current: true,
  ingestedAt: '2024-02-20T00:00:00.000Z',
  json: JSON.stringify(good),
  ...fields,
});

async function faultsOf(...versions: StoredVersion[]) {
  return verify(
    {
      async *versions() {
        yield* versions;
      },
      check: async () => ({ facts: 0, faults: [] }),
    },
    validate,
    openScratch(),
  );
}

test('a sound store has no faults', async () => {
  const other = anExtraction({ id: 'b' });
  expect(
    await faultsOf(stored(), stored({ articleId: 'b', json: JSON.stringify(other), version: other.article.version })),
  ).toEqual({
    articles: 2,
    versions: 2,
    facts: 0,
    faults: [],
  });
});

test.each([
  ['cut bytes', { json: JSON.stringify(good).slice(0, 50) }, 'JSON'],
  ['a span out of range', { json: JSON.stringify(good).replace(/"end":\d+/, '"end":9999') }, 'outside the text'],
  [
    'another text under the same version',
    { json: JSON.stringify(good).replaceAll('Monday', 'Friday') },
    'does not follow from its content',
  ],
  ["another article's id", { articleId: 'b' }, "another article's id"],
  ['another release', { release: '9.0.0' }, 'another release'],
  ['no current version', { current: false }, 'has 0 current versions'],
])('%s is found', async (_what, fields, fault) => {
  const { faults } = await faultsOf(stored(fields));
  expect(faults.join('\n')).toContain(fault);
});
