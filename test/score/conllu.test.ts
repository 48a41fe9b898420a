import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type Measure, scoreConllu } from '../../scripts/score/conllu.ts';
import { conlluOf, documentOf, documentsOf, rawText } from '../../scripts/score/treebank.ts';
import { damaged } from './damaged.ts';

/** Sentences of words "form/head/relation"; "a+b" is one token of two words. Lemma and tags are the form's. */
function conllu(...sentences: readonly string[]): string {
  return sentences
    .map((sentence) => {
      let id = 0;
      const lines = sentence.split(' ').flatMap((token) => {
        const parts = token.split('+').map((part) => part.split('/'));
        const words = parts.map(([form, head = '0', relation = 'root']) =>
          [++id, form, form, form, form, '_', head, relation, '_', '_'].join('\t'),
        );
        const range = `${id - parts.length + 1}-${id}\t${parts.map(([form]) => form).join('')}${'\t_'.repeat(8)}`;
        return parts.length > 1 ? [range, ...words] : words;
      });
      return `${lines.join('\n')}\n\n`;
    })
    .join('');
}

const GOLD = conllu('He/2/nsubj left/0/root ./2/punct', "We/4/nsubj do/4/aux+n't/4/advmod go/0/root");

const CASES: Record<string, { predicted: string; expected: Partial<Record<Measure, number>> }> = {
  itself: {
    predicted: GOLD,
    expected: { tokens: 100, sentences: 100, words: 100, upos: 100, xpos: 100, lemma: 100, uas: 100, las: 100 },
  },
  'one sentence too few': {
    predicted: conllu("He/2/nsubj left/0/root ./2/punct We/7/nsubj do/7/aux+n't/7/advmod go/2/conj"),
    expected: { tokens: 100, sentences: 0, words: 100, uas: (100 * 6) / 7 },
  },
  'a multiword token left whole': {
    predicted: conllu('He/2/nsubj left/0/root ./2/punct', "We/3/nsubj don't/3/aux go/0/root"),
    expected: { tokens: 100, sentences: 100, words: (200 * 5) / 13 },
  },
  'a multiword token cut as two tokens': {
    predicted: conllu('He/2/nsubj left/0/root ./2/punct', "We/4/nsubj do/4/aux n't/4/advmod go/0/root"),
    expected: { tokens: (200 * 5) / 13, words: 100 },
  },
  'two tokens run together': {
    predicted: conllu('He/2/nsubj left./0/root', "We/4/nsubj do/4/aux+n't/4/advmod go/0/root"),
    expected: { tokens: (200 * 4) / 11, words: (200 * 5) / 13, sentences: 100 },
  },
  'a wrong head and a subtype': {
    predicted: conllu('He/3/nsubj left/0/root ./2/punct:x', "We/4/nsubj do/4/aux+n't/4/advmod go/0/root"),
    expected: { uas: (100 * 6) / 7, las: (100 * 6) / 7 },
  },
};

test.each(Object.entries(CASES))('%s', (_, { predicted, expected }) => {
  const scores = scoreConllu(GOLD, predicted);
  for (const [measure, f1] of Object.entries(expected))
    expect([measure, scores[measure as Measure].f1]).toEqual([measure, expect.closeTo(f1, 8)]);
});

test('texts that differ are refused with the place', () => {
  expect(() => scoreConllu(GOLD, conllu('He left !'))).toThrow(/differ at character 6/);
});

test('the raw text of a treebank has a line for each paragraph, and can be cut by document', () => {
  const file = [
    ...['# newdoc id = a', '# newpar', '# text = One.', '1\tOne', '', '# text = Two.', '1\tTwo', ''],
    ...['# newpar', '# text = Three.', '1\tThree', '', '# newdoc id = b', '# text = Four.', '1\tFour', ''],
  ].join('\n');
  expect(rawText(file)).toBe('One. Two.\nThree.\nFour.');
  expect(rawText(file, (id) => id === 'b')).toBe('Four.');
  expect(documentsOf(file, (id) => id === 'b')).toBe('# newdoc id = b\n# text = Four.\n1\tFour\n');
  expect(documentOf('One. Two.\n \n Three.').segments).toEqual([
    { kind: 'paragraph', start: 0, end: 9 },
    { kind: 'paragraph', start: 13, end: 19 },
  ]);
});

test('a layer is written as CoNLL-U', () => {
  const text = "I don't.";
  const tokens = [
    { start: 0, end: 1, joined: false },
    { start: 2, end: 4, joined: false },
    { start: 4, end: 7, joined: true },
    { start: 7, end: 8, joined: false },
  ];
  const written = conlluOf(text, { tokens, sentences: [{ start: 0, end: 8, first: 0, last: 4, segment: 0 }] });
  expect(written.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
    '1 I',
    "2-3 don't",
    '2 do',
    "3 n't",
    '4 .',
    '',
    '',
  ]);
});

const SHARED = new URL('../../../shared/', import.meta.url);
const SCORER = new URL('scorers/score_conllu.py', SHARED);
const canCompare = existsSync(SCORER) && spawnSync('python3', ['--version']).status === 0;

(canCompare ? describe : describe.skip)('agrees with the reference scorer', () => {
  test.each([
    ['gum-dev', 1],
    ['ewt-dev', 2],
  ])('%s, damaged', (name, seed) => {
    const gold = readFileSync(new URL(`data/syntax/${name}.conllu`, SHARED), 'utf8')
      .split('\n\n')
      .slice(0, 400)
      .join('\n\n');
    compare(`${gold}\n\n`, damaged(`${gold}\n\n`, seed));
  });
});

/** Both scorers on the same pair of files: every printed digit is the same. */
function compare(gold: string, predicted: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'conllu-'));
  try {
    writeFileSync(join(folder, 'gold'), gold);
    writeFileSync(join(folder, 'predicted'), predicted);
    const printed = execFileSync('python3', [fileURLToPath(SCORER), join(folder, 'gold'), join(folder, 'predicted')], {
      encoding: 'utf8',
    });
    const ours = Object.entries(scoreConllu(gold, predicted)).map(
      ([name, { precision, recall, f1 }]) =>
        `${name} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}`,
    );
    const theirs = printed
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ').replace(/^\w+/, (name) => name.toLowerCase()));
    expect(ours).toEqual(theirs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
