import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { sharesOf } from '../../../scripts/train/shares-of.ts';
import { loadSureness, sealedShares } from '../../../src/annotate/runtime/sureness.ts';
import { ROOT } from '../../../src/config.ts';
import { extracted } from '../../support/annotated.ts';

const folder = mkdtempSync(join(tmpdir(), 'sureness-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: string): URL {
  const file = join(folder, 'confidence.json');
  writeFileSync(file, content);
  return pathToFileURL(file);
}

const SHARES = {
  times: { '': 0.8 },
  events: { '': 0.7, 'noun-alone': 0.6, 'noun-alone PROTEST': 0.9 },
  relations: { '': 0.9 },
};

describe('how sure a fact is', () => {
  test('is what its rule and kind were, else its rule, else all of its layer', () => {
    const { events } = loadSureness(written(sealedShares(SHARES)));
    expect(events('noun-alone', 'PROTEST')).toBe(0.9);
    expect(events('noun-alone', 'AID')).toBe(0.6);
    expect(events('verb-alone', 'AID')).toBe(0.7);
  });

  test.each([
    ['MODEL_DAMAGED', () => written(sealedShares(SHARES).replace('0.6', '0.99'))],
    ['MODEL_DAMAGED', () => written('no table')],
    ['MODEL_MISSING', () => new URL('nowhere.json', pathToFileURL(`${folder}/`))],
  ])('%s', (code, file) => {
    expect(() => loadSureness(file())).toThrow(expect.objectContaining({ code }));
  });

  test('is counted: few cases are drawn to the whole, too few are not told from it', () => {
    const claims = (rule: string, detail: string, right: number, wrong: number) => [
      ...Array.from({ length: right }, () => [0, true, rule, detail] as const),
      ...Array.from({ length: wrong }, () => [0, false, rule, detail] as const),
    ];
    const shares = sharesOf([
      ...claims('often', 'A', 170, 10),
      ...claims('often', 'B', 10, 10),
      ...claims('seldom', 'A', 0, 9),
      ...claims('once', 'A', 1, 0),
    ]);
    expect(shares).toEqual({ '': 0.85, often: 0.9, 'often A': 0.94, 'often B': 0.63, seldom: 0.44 });
  });

  test('differs by rule in the product, and lies between 0 and 1', async () => {
    const { times, events, relations } = await extracted(
      'Norwegian Prime Minister Sana Melk resigned on 3 May 1999. Protesters held a rally in Oslo, Norway, last week and attacked two guards.',
    );
    const sure = loadSureness(new URL('models/confidence.json', ROOT));
    for (const [layer, facts] of Object.entries({ times, events, relations })) {
      expect(facts.length).toBeGreaterThan(0);
      for (const { rule, type, confidence } of facts) {
        expect(confidence).toBe(sure[layer as keyof typeof sure](rule, type));
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
      }
    }
    expect(new Set(events.map(({ confidence }) => confidence)).size).toBeGreaterThan(1);
  });
});
