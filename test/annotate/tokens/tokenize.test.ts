import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Abbreviation } from '../../../src/annotate/tokens/abbreviations.ts';
import { tokenizer } from '../../../src/annotate/tokens/tokenize.ts';
import { isSpace } from '../../../src/document/span.ts';
import { plain, written } from './written.ts';

const LIST: readonly Abbreviation[] = [
  { form: 'Jan.', kind: 'month', before: 'number', ends: 'rarely' },
  { form: 'Gov.', kind: 'title', before: 'name', ends: 'never' },
  { form: 'No.', kind: 'reference', before: 'number', ends: 'often' },
  { form: 'Inc.', kind: 'company', before: 'any', ends: 'often' },
  { form: 'etc.', kind: 'latin', before: 'any', ends: 'often' },
];
const tokenize = tokenizer(LIST);

const ROWS: Record<string, readonly string[]> = {
  contractions: [
    "We do~n't know|.",
    'It is~n’t ours|.',
    "DO~N'T ask|, ca~n't tell|, wo~n't pay|.",
    "I~'m sure they~'re late and we~'ll wait|; you~'d go|, I~'ve been|.",
    "She~'d~'ve stayed|.",
    'You can~not be gon~na|, wan~na or got~ta go|.',
    'I do~nt care and you ca~nt ask|.',
    'its colour|, their dogs',
  ],
  possessives: [
    "Oduya~'s plan|, the ministry~’s reply",
    "the workers~' union and James~' friends",
    "the 1980's|, the '90s|, the class of '09",
    "in 2003~'s budget",
  ],
  apostrophes: ["O'Dell|, rock'n'roll|, d'état|, o'clock", "get 'em 'cause they run", "lovin' it"],
  hyphens: [
    'the Russian|-|led bloc',
    'an 81|-|year|-|old leader',
    'anti-government|, co-founder|, ex-Soviet|, mid-July|, pre-war|, non-profit|, re-elected|, e-mail',
    'the so|-|called deal',
    'a 52|-|48 vote in 2003|-|2007',
    'call 713-853-3989 or 345-9945 on 2009-05-08',
    'NUR|-|SULTAN',
    'th- the plan',
    'a career-wise move',
  ],
  dashes: ['they left -- all of them', 'peace|—|at last|—|came', 'pages 5|–|7', 'a list - of sorts'],
  quotes: [
    '"|We won|,|" he said|.',
    '“|Yes|!|” she said|.',
    "''|Yes|,|'' she said|.",
    "he called it '|a farce|'|.",
    '(|He laughed|.|)',
    'the end [|sic|]|.',
  ],
  stops: ['wait|...', 'what|?!', 'no|!!!', 'and so on|…', 'this|;|that'],
  numbers: [
    '1,709 people and 3.5|% of 2,000,000',
    '$|5|, €|2.1|bn|, £|3.4|m|, ¥|114|, 5|€',
    'US$|5|m and A$|10',
    '5|km in 20|min|, 80|kg|, 100|mph',
    'on the 1st|, 22nd and 3rd of the 1970s',
    'a 4G phone in 3D',
    'at 7:30|pm|, 9|a.m. or 16:40',
    'on 11/28/2000 and 9/11',
    'a 1/2 share',
    'refs [|1|,|2|]',
    '-|4 degrees|, +44 now',
    'No. 5|, but no|. 5',
  ],
  abbreviations: [
    'the U.S. Senate and the U.N.|, i.e. both',
    'Jan. 5|, Gov. Hale|, Dr. Esposito|, Mr. Tamm|, St. Aldan',
    'J. R. Halvorsen and A.B. Cole',
    'Tamm Inc.|, for one|, etc.|, etc.',
    'He said No|. Then he left|.',
    'a Ph.D. in law',
    'the U.S.|-|backed plan',
    'it ended|.|Then came rain',
  ],
  addresses: [
    'see https://example.org/a_(b).html|.',
    'see www.example.com/x?y=1|, please',
    'write to press.desk@example.org|.',
    '(|example.com|)',
    'files a.doc and b.pdf',
    '@dateline wrote #news',
  ],
  slashes: ['and|/|or', 'Sputnik|/|Kremlin', 'an l/c'],
  signs: ['AT&T and R&D', 'Karst & Sons', '24|°|C', '#|1', 'good :) bad :('],
  scripts: ['北京 on Monday|.', 'عربي text', 'naïve café', 'hi 👩‍👩‍👧 🇺🇸 👍🏽|!'],
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows)('%s', (row) => {
    const text = plain(row);
    expect(written(text, tokenize(text, 0, text.length))).toBe(row);
  });
});

test('works without a list of abbreviations', () => {
  const text = 'Mr. Hale of the U.S. met J. Doe in Jan. at 9 p.m. today.';
  expect(written(text, tokenizer([])(text, 0, text.length))).toBe(
    'Mr. Hale of the U.S. met J. Doe in Jan|. at 9 p.m. today|.',
  );
});

/** Strings that look like text as well as any code units, lone surrogates among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...["'", '’', '"', '.', '...', ',', '-', '--', ' ', '\n', '(', ')', '$', '5', '1,000', '7:30', 'U.S', 'n', 't'],
        ...[
          'don',
          's',
          'can',
          'cannot',
          '@',
          'www.',
          'http://',
          '/',
          '&',
          '%',
          '#',
          '👍',
          '\ud83d',
          'é',
          '北',
          'No',
          '\u200d',
        ],
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

test('tokens of any string are in order, apart, not empty, without white space at their ends, and leave nothing out', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = tokenize(text, 0, text.length);
      let at = 0;
      for (const { start, end, joined } of tokens) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        for (; at < start; at++) expect(isSpace(text.charCodeAt(at))).toBe(true);
        expect(isSpace(text.charCodeAt(start)) || isSpace(text.charCodeAt(end - 1))).toBe(false);
        if (joined) expect(tokens.some((before) => before.end === start)).toBe(true);
        at = end;
      }
      for (; at < text.length; at++) expect(isSpace(text.charCodeAt(at))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a stretch gives the same tokens alone and inside a text', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, text, after) => {
      const alone = tokenize(text, 0, text.length);
      const inside = tokenize(before + text + after, before.length, before.length + text.length);
      expect(
        inside.map((token) => ({ ...token, start: token.start - before.length, end: token.end - before.length })),
      ).toEqual(alone);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  '.',
  ')',
  "'",
  '-',
  'a.',
  'A.',
  'aB.',
  '1-',
  'a-a:',
  ') ',
  '. ',
  "x' ",
  '"a" ',
  'a@',
  'www.',
  '1,1',
  '👍',
  'a\n',
])('a page of %j takes no longer than a page', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  const from = performance.now();
  expect(tokenize(text, 0, text.length).length).toBeGreaterThan(0);
  expect(performance.now() - from).toBeLessThan(2000);
});
