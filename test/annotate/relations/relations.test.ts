import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../scripts/score/treebank.ts';
import { english } from '../../../src/annotate/english.ts';
import { pipeline } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import { extractor } from '../../../src/extract/extract.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const annotate = pipeline(english(vocabulary, new URL('models/', ROOT), { threads: 1 }));
const extract = extractor('0.0.0');

/** The relations of a story of 13 March 2024: kind, from, to, label. */
async function relationsOf(text: string) {
  const { entities, relations } = extract(await annotate({ ...documentOf(text), publishedAt: '2024-03-13' }));
  const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name ?? null;
  return relations.map((one) => ({ ...one, from: nameOf(one.from), to: nameOf(one.to) }));
}

describe('lasting facts', () => {
  test.each<[sentence: string, type: string, from: string, to: string | null, label: string | null]>([
    [
      'Norwegian Prime Minister Sana Melk met farmers in Norway.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Norway',
      'prime minister',
    ],
    ['Ilse Varga succeeded Hugh Lorne as mayor.', 'SUCCEEDED', 'Ilse Varga', 'Hugh Lorne', 'mayor'],
    ['Hugh Lorne was replaced by Ilse Varga.', 'SUCCEEDED', 'Ilse Varga', 'Hugh Lorne', null],
    ['Odile Quist, 57, runs the ferry.', 'BORN', 'Odile Quist', null, null],
    ['The ferry is run by 57-year-old Odile Quist.', 'BORN', 'Odile Quist', null, null],
  ])('%s', async (sentence, type, from, to, label) => {
    expect(await relationsOf(sentence)).toContainEqual(expect.objectContaining({ type, from, to, label }));
  });

  test.each<[sentence: string]>([
    ['Ilse Varga will not replace Hugh Lorne.'],
    ['Ilse Varga may succeed Hugh Lorne.'],
    ['Odile Quist paid 57 crowns.'],
  ])('%s tells none', async (sentence) => {
    expect(await relationsOf(sentence)).toEqual([]);
  });

  test('an age gives the days between which somebody was born', async () => {
    const [born] = await relationsOf('Odile Quist, 57, runs the ferry.');
    expect(born).toMatchObject({ validFrom: '1966-03-14/1967-03-13', validTo: null, start: 0 });
  });

  test('a former office had ended by the day of publication', async () => {
    const found = await relationsOf('Former Norwegian Prime Minister Sana Melk left Norway.');
    expect(found).toContainEqual(expect.objectContaining({ type: 'HOLDS_OFFICE', validTo: '../2024-03-13' }));
  });
});

describe('when something is said', () => {
  test.each<[sentence: string, value: string | null]>([
    ['Ilse Varga said on Monday that the ferry would run again.', '2024-03-11'],
    ['Ilse Varga said the ferry sank on Monday.', null],
    ['“The dam will hold,” Odile Quist said on Tuesday.', '2024-03-12'],
  ])('%s', async (sentence, value) => {
    const { statements, times } = extract(await annotate({ ...documentOf(sentence), publishedAt: '2024-03-13' }));
    const [statement] = statements;
    expect(times.find(({ id }) => id === statement?.saidAt)?.value ?? null).toBe(value);
  });
});
