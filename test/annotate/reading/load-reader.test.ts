import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadReader } from '../../../src/annotate/reading/load-reader.ts';
import { lanes } from '../../../src/annotate/runtime/lanes.ts';
import { ROOT } from '../../../src/config.ts';
import { ConfigError } from '../../../src/errors.ts';

const MODELS = fileURLToPath(new URL('models/', ROOT));
let folder: string;
const load = () => loadReader(pathToFileURL(`${folder}/`));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
  for (const name of ['reader.json', 'wordpiece.txt', 'lemmas.json'])
    copyFileSync(join(MODELS, name), join(folder, name));
  symlinkSync(join(MODELS, 'reader.onnx'), join(folder, 'reader.onnx'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file in the place of the model's. */
function put(name: string, content: string): void {
  unlinkSync(join(folder, name));
  writeFileSync(join(folder, name), content);
}

describe('a model', () => {
  test('that is whole is loaded', () => {
    expect(load().names.labels).toContain('B-Person');
  });

  test.each(['reader.json', 'reader.onnx', 'wordpiece.txt', 'lemmas.json'])('without %s is missing', (name) => {
    unlinkSync(join(folder, name));
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(expect.objectContaining({ code: 'MODEL_MISSING', place: join(folder, name) }));
  });

  test.each([
    ['reader.json', '{'],
    ['reader.json', '{"format": 99}'],
    ['reader.onnx', 'not a graph'],
    ['wordpiece.txt', '[PAD]\n'],
    ['lemmas.json', '{}'],
  ])('whose %s is %j is damaged', (name, content) => {
    put(name, content);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      expect.objectContaining({ code: 'MODEL_DAMAGED', place: join(folder, name), hint: expect.any(String) }),
    );
  });

  test('that the runtime refuses is unusable, and says so at the first article', async () => {
    put('reader.onnx', 'not a graph');
    const description = JSON.parse(readFileSync(join(folder, 'reader.json'), 'utf8'));
    description.files['reader.onnx'].sha256 = createHash('sha256').update('not a graph').digest('hex');
    put('reader.json', JSON.stringify(description));
    const { graph } = load();
    const run = lanes(graph, 1)(graph);
    const one = new Int32Array(1);
    const inputs = { pieces: one, shapes: one, first: one, last: one };
    const dims = [1, 1] as const;
    const shapes = { pieces: dims, shapes: dims, first: dims, last: dims };
    await expect(run({ inputs, shapes })).rejects.toMatchObject({ code: 'MODEL_UNUSABLE' });
  });
});
