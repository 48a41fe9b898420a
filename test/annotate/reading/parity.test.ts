import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readConllu } from '../../../src/annotate/conllu/read-conllu.ts';
import { batchesOf } from '../../../src/annotate/reading/batches.ts';
import { loadReader } from '../../../src/annotate/reading/load-reader.ts';
import { SHAPE_NAMES } from '../../../src/annotate/reading/shape.ts';
import { ROOT } from '../../../src/config.ts';
import { given, readWords } from './read-words.ts';

/** What scripts/train/parity.py wrote down when the model was exported. Heads count from 1, 0 is the root. */
interface Row {
  readonly words: string[];
  readonly pieces: number[];
  readonly shapes: number[];
  readonly first: number[];
  readonly last: number[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly feats: string[];
  readonly lemmas: string[];
  readonly heads: number[];
  readonly rels: string[];
  readonly ner: string[];
}

const MODELS = new URL('models/', ROOT);
const rows = JSON.parse(readFileSync(new URL('parity.json', MODELS), 'utf8')) as Row[];
const reader = loadReader(MODELS);

describe('the reader does what its training did', () => {
  test.each(rows.map((row) => [row.words.join(' '), row] as const))('pieces of: %s', (_, row) => {
    const { tokens } = readConllu(given([row.words]), 'row');
    const pieces = row.words.map(reader.cut);
    const window = { sentence: tokens.sentences[0]!, first: 0, last: pieces.length, from: 0, to: pieces.length };
    const [batch] = batchesOf([window], pieces, reader.marks);
    expect(Object.fromEntries(Object.entries(batch!.inputs).map(([name, data]) => [name, [...data]]))).toEqual({
      pieces: row.pieces,
      shapes: row.shapes,
      first: row.first,
      last: row.last,
    });
  });

  test('tags, trees and names', async () => {
    // Another family of processors may round otherwise; on this one hardly a word differs.
    let same = 0;
    let all = 0;
    for (const row of rows) {
      const found = await readWords([row.words]);
      const columns = [
        [row.upos, found.upos],
        [row.xpos, found.xpos],
        [row.feats, found.feats.map((feats) => feats ?? '_')],
        [row.lemmas, found.lemmas],
        [row.heads, found.heads.map((head) => head + 1)],
        [row.rels, found.relations],
        [row.ner, found.names],
      ] as const;
      for (const [theirs, ours] of columns) {
        expect(ours.length).toBe(theirs.length);
        all += theirs.length;
        same += theirs.filter((value, at) => value === ours[at]).length;
      }
    }
    expect(same / all).toBeGreaterThan(0.995);
  });
});

const SCRIPT = new URL('scripts/train/wordpiece.py', ROOT);
const canCompare = existsSync(SCRIPT) && spawnSync('python3', ['--version']).status === 0;

(canCompare ? test : test.skip)('words of all kinds are cut as in Python', () => {
  const words = randomWords(4000);
  const program = [
    'import json, sys',
    `sys.path.insert(0, ${JSON.stringify(fileURLToPath(new URL('.', SCRIPT)))})`,
    'import wordpiece',
    `cut = wordpiece.WordPiece(${JSON.stringify(fileURLToPath(new URL('wordpiece.txt', MODELS)))})`,
    'words = json.load(sys.stdin)',
    'print(json.dumps([[list(cut.word(w)), wordpiece.SHAPES[wordpiece.shape_of(w)]] for w in words]))',
  ].join('\n');
  const printed = execFileSync('python3', ['-c', program], { input: JSON.stringify(words), encoding: 'utf8' });
  const theirs = JSON.parse(printed) as [number[], string][];
  const different = words.filter((word, at) => {
    const { ids, shape } = reader.cut(word);
    return String([ids, SHAPE_NAMES[shape]]) !== String(theirs[at]);
  });
  expect(different).toEqual([]);
});

/** Words of letters in several scripts, marks, digits, accents, spaces of all widths; always the same ones. */
function randomWords(count: number): string[] {
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const kinds = [
    () => String.fromCharCode(97 + draw(26)),
    () => String.fromCharCode(97 + draw(26)),
    () => String.fromCharCode(65 + draw(26)),
    () => String.fromCharCode(48 + draw(10)),
    () => String.fromCharCode(33 + draw(94)),
    () => String.fromCharCode(0xc0 + draw(0x180)),
    () => String.fromCharCode(0x370 + draw(0x190)),
    () => ['ing', 'tion', 'port', 'ed', 'al', 'stan', 'er', 'the'][draw(8)]!,
    () => ['’', '“', '–', '…', '€', '£', '\u00ad', '\u200b', '\u0301', '\u00a0', '\u2009', 'ﬁ', '½', '²'][draw(14)]!,
    () => ['中', 'あ', 'ア', '한', 'ع', 'ש', '😀', '👩‍🚒', 'İ', 'ß', 'ǅ', 'Σ', '\ufffd', '\u{20000}'][draw(14)]!,
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + draw(12) }, () => kinds[draw(kinds.length)]!()).join(''),
  );
}
