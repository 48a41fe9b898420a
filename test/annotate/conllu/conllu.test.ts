import { describe, expect, test } from '@jest/globals';
import { readConllu } from '../../../src/annotate/conllu/read-conllu.ts';
import { createApp } from '../../../src/app.ts';

const app = await createApp();
const row = (id: string, form: string, misc = '_') => [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');
/** Columns ID, FORM, HEAD, DEPREL, MISC of the words of a CoNLL-U text; a blank line between blocks. */
const rows = (conllu: string) =>
  conllu
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [id, form, , , , , head, relation, , misc] = line.split('\t');
      return line && [id, form, head, relation, misc].join(' ');
    });

describe('annotate --format conllu', () => {
  test('prints every word once, multiword tokens by their range, a flat tree', async () => {
    const text = 'Ferries late\n\nVELMORA (AP) — They don\u2019t sail. Why?\n\nEditing by Bo Pell';
    const conllu = await app.conllu({ place: 'story.txt', text });
    expect(rows(conllu)).toEqual([
      '1 Ferries 0 root _',
      '2 late 1 dep _',
      '',
      '1 VELMORA 0 root _',
      '2 ( 1 dep SpaceAfter=No',
      '3 AP 1 dep SpaceAfter=No',
      '4 ) 1 dep _',
      '5 — 1 dep _',
      '',
      '1 They 0 root _',
      '2-3 don\u2019t _ _ _',
      '2 do 1 dep _',
      '3 n\u2019t 1 dep _',
      '4 sail 1 dep SpaceAfter=No',
      '5 . 1 dep _',
      '',
      '1 Why 0 root SpaceAfter=No',
      '2 ? 1 dep _',
      '',
      '1 Editing 0 root _',
      '2 by 1 dep _',
      '3 Bo 1 dep _',
      '4 Pell 1 dep _',
      '',
      '',
    ]);
    expect(conllu).toContain('# segment = dateline');
    expect(conllu).toContain('# text = They don\u2019t sail.');
  });

  test('needs no date', async () => {
    await expect(app.conllu({ place: 'story.txt', text: 'No date here.' })).resolves.toContain('date');
  });
});

describe('annotate --input conllu', () => {
  const GOLD = [
    '# sent_id = 1',
    '# text = She can\u2019t sing-along.',
    row('1', 'She'),
    row('2-3', 'can\u2019t'),
    row('2', 'ca'),
    row('3', 'n\u2019t'),
    row('3.1', 'sing'),
    row('4', 'sing-along', 'SpaceAfter=No'),
    row('5', '.'),
    '',
    row('1', 'U.S.'),
    '',
    '',
  ].join('\n');

  test('keeps sentences and words; empty nodes are passed over', async () => {
    expect(rows(await app.conlluOfGiven(GOLD, 'gold.conllu'))).toEqual([
      '1 She 0 root _',
      '2-3 can\u2019t _ _ _',
      '2 ca 1 dep _',
      '3 n\u2019t 1 dep _',
      '4 sing-along 1 dep SpaceAfter=No',
      '5 . 1 dep _',
      '',
      '1 U.S. 0 root _',
      '',
      '',
    ]);
  });

  test('composes a text of which every word is a span', () => {
    const { text, segments, tokens } = readConllu(GOLD, 'gold.conllu');
    expect(text).toBe('She can\u2019t sing-along.\nU.S.\n');
    expect(tokens.tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'She',
      'ca',
      'n\u2019t',
      'sing-along',
      '.',
      'U.S.',
    ]);
    expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual(['She can\u2019t sing-along.', 'U.S.']);
  });

  test.each([
    ['too few columns', `${row('1', 'She')}\n2\tsings\n`, 'CONLLU_BAD_LINE', 'x.conllu:2'],
    ['no id', `${row('one', 'She')}\n`, 'CONLLU_BAD_LINE', 'x.conllu:1'],
    ['no sentence', '# only a comment\n', 'CONLLU_EMPTY', 'x.conllu'],
  ])('%s is refused with its place', async (_what, source, code, place) => {
    await expect(app.conlluOfGiven(source, 'x.conllu')).rejects.toMatchObject({ code, place });
  });
});
