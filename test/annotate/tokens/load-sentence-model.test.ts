import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { loadSentenceModel } from '../../../src/annotate/tokens/load-sentence-model.ts';

const SHIPPED = new URL('../../../models/sentences.json', import.meta.url);

test('the shipped model is whole and small', () => {
  const { bits, weights } = loadSentenceModel(SHIPPED);
  expect(weights).toHaveLength(2 ** bits);
  expect(readFileSync(SHIPPED).length).toBeLessThan(300_000);
});

test('a missing model says so', () => {
  expect(() => loadSentenceModel(new URL('no-such-model.json', SHIPPED))).toThrow(
    expect.objectContaining({ code: 'MODEL_MISSING', hint: expect.stringContaining('git checkout') }),
  );
});

const file = readFileSync(SHIPPED, 'utf8');
const DAMAGED: Record<string, string> = {
  'an empty file': '',
  'half a file': file.slice(0, file.length / 2),
  'no object': '[]',
  'another bias': file.replace(/"bias":-?\d+/, '"bias":1234'),
  'another weight': file.replace(/"weights":"./, '"weights":"_'),
  'no seal': file.replace(/,"seal":"[^"]*"/, ''),
};

test.each(Object.entries(DAMAGED))('a damaged model is refused: %s', (_, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  const path = join(folder, 'sentences.json');
  writeFileSync(path, content);
  try {
    expect(() => loadSentenceModel(pathToFileURL(path))).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
