import { describe, expect, test } from '@jest/globals';
import { readConllu } from '../../../src/annotate/conllu/read-conllu.ts';
import { createApp } from '../../../src/app.ts';

const app = await createApp();
const row = (id: string, form: string, misc = '_') => [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');
/** Columns ID, FORM, LEMMA, UPOS, HEAD, DEPREL, MISC of the words of a CoNLL-U text; a blank line between blocks. */
const rows = (conllu: string) =>
  conllu
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [id, form, lemma, upos, , , head, relation, , misc] = line.split('\t');
      return line && [id, form, lemma, upos, head, relation, misc].join(' ');
    });

describe('annotate --format conllu', () => {
  test('prints every word once, multiword tokens by their range; what is not read has a flat tree', async () => {
    const text = 'Mayor speaks\n\nVELMORA (AP) — They don\u2019t sail. Why?\n\nEditing by Bo Pell';
    const conllu = await app.conllu({ place: 'story.txt', text });
    expect(rows(conllu)).toEqual([
      '1 Mayor mayor NOUN 2 nsubj _',
      '2 speaks speak VERB 0 root _',
      '',
      '1 VELMORA _ _ 0 root _',
      '2 ( _ _ 1 dep SpaceAfter=No',
      '3 AP _ _ 1 dep SpaceAfter=No',
      '4 ) _ _ 1 dep _',
      '5 — _ _ 1 dep _',
      '',
      '1 They they PRON 4 nsubj _',
      '2-3 don\u2019t _ _ _ _ _',
      '2 do do AUX 4 aux _',
      '3 n\u2019t not PART 4 advmod _',
      '4 sail sail VERB 0 root SpaceAfter=No',
      '5 . . PUNCT 4 punct _',
      '',
      '1 Why why ADV 0 root SpaceAfter=No',
      '2 ? ? PUNCT 1 punct _',
      '',
      '1 Editing _ _ 0 root _',
      '2 by _ _ 1 dep _',
      '3 Bo _ _ 1 dep _',
      '4 Pell _ _ 1 dep _',
      '',
      '',
    ]);
    expect(conllu).toContain('# segment = dateline');
    expect(conllu).toContain('# text = They don\u2019t sail.');
  });

  test('prints features, Penn tags and names', async () => {
    const conllu = await app.conllu({
      place: 'story.txt',
      text: 'President Ilse Varga met Piet Lorne\u2019s aides in Paris.',
    });
    const names = conllu.split('\n').flatMap((line) => (line.includes('NE=') ? [line.split('\t')] : []));
    expect(names.map((columns) => [columns[1], columns[9]])).toEqual([
      ['Ilse', 'NE=B-Person'],
      ['Varga', 'NE=I-Person'],
      ['Piet', 'NE=B-Person'],
      ['Lorne', 'NE=I-Person'],
      ['Paris', 'NE=B-Location|SpaceAfter=No'],
    ]);
    expect(names.at(-1)?.slice(2, 6)).toEqual(['Paris', 'PROPN', 'NNP', 'Number=Sing']);
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
    const read = rows(await app.conlluOfGiven(GOLD, 'gold.conllu')).map((line) => line.split(' '));
    expect(read.map(([id, form, , , , , misc]) => id && [id, form, misc?.replace(/NE=.-\w+/, 'NE')].join(' '))).toEqual(
      [
        '1 She _',
        '2-3 can\u2019t _',
        '2 ca _',
        '3 n\u2019t _',
        '4 sing-along SpaceAfter=No',
        '5 . _',
        '',
        '1 U.S. NE',
        '',
        '',
      ],
    );
    expect(read.filter(([id]) => /^\d+$/.test(id ?? '')).every(([, , , upos]) => upos !== '_')).toBe(true);
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
