import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '../../src/document/blocks.ts';
import { wordsOf } from '../../src/document/span.ts';

const blocks = (text: string) => blocksOf(text).map((span) => wordsOf(text, span));

const WRAPPED = [
  'The ferry company said on Friday that it would take its two oldest',
  'boats out of service, and that the crossing to the island would be',
  'made by bus and bridge until spring.',
].join('\n');

describe('paragraphs of plain text', () => {
  test.each([
    ['one line', 'Only one line.', ['Only one line.']],
    ['nothing', ' \n\t\n ', []],
    ['lines, where there is no blank one', 'One.\nTwo.\n  Three. ', ['One.', 'Two.', 'Three.']],
    ['blank lines part', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
    ['Windows line ends', 'One.\r\n\r\nTwo.\r\n\r\n\r\nThree.', ['One.', 'Two.', 'Three.']],
    [
      'a lone line break between blank lines parts too',
      'Headline\n\nBy Ann Ode\nBy Bo Pell\n\nText.',
      ['Headline', 'By Ann Ode', 'By Bo Pell', 'Text.'],
    ],
    ['hard-wrapped lines are one paragraph', `Headline\n\n${WRAPPED}`, ['Headline', WRAPPED]],
    [
      'a bullet begins a new one',
      `Headline\n\n${WRAPPED}\n- a bus\n- a bridge`,
      ['Headline', WRAPPED, '- a bus', '- a bridge'],
    ],
    [
      'long lines are paragraphs',
      `A\n\n${'word '.repeat(60)}\n${'more '.repeat(60)}`,
      ['A', 'word '.repeat(60).trim(), 'more '.repeat(60).trim()],
    ],
  ])('%s', (_what, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });

  test('in order, apart, trimmed, and nothing left out, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Bb ', '\n', '\r\n', ' ', '.', '-', '\u2028', '\ud83d', '\u00a0') }),
        (text) => {
          let at = 0;
          for (const { start, end } of blocksOf(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(at, start)).toMatch(/^\s*$/u);
            expect(text.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/u);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/u);
        },
      ),
    );
  });
});
