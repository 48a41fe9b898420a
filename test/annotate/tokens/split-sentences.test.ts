import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { documentOf } from '../../../scripts/score/treebank.ts';
import type { Abbreviation } from '../../../src/annotate/tokens/abbreviations.ts';
import { loadSentenceModel } from '../../../src/annotate/tokens/load-sentence-model.ts';
import { tokens } from '../../../src/annotate/tokens/tokens.ts';
import type { Segment } from '../../../src/document/document.ts';
import type { TokenLayer } from '../../../src/document/layers.ts';
import { written } from './written.ts';

const ROOT = new URL('../../../', import.meta.url);
const abbreviations: Abbreviation[] = parse(
  readFileSync(new URL('schema/lexicon/en/abbreviations.yaml', ROOT), 'utf8'),
);
const step = tokens({ abbreviations, model: loadSentenceModel(new URL('models/sentences.json', ROOT)) });

/** The layer of a text that is one paragraph, line breaks and all. */
function read(
  text: string,
  segments: readonly Segment[] = [{ kind: 'paragraph', start: 0, end: text.length }],
): TokenLayer {
  return step.run({ ...documentOf(''), text, segments }, {}) as TokenLayer;
}

/** Each row is the sentences of one paragraph, parted by " ‖ ", or by "⏎‖ " where a line break parts them. */
const ROWS: Record<string, readonly string[]> = {
  'full stops': ['The talks ended late. ‖ No date was set.', 'What next? ‖ Nobody knows! ‖ We wait.'],
  abbreviations: [
    'The U.S. Senate voted on Jan. 5. ‖ Sen. Hale objected.',
    'It rained. ‖ The U.N. High Commissioner for Trees said so.',
    'The army is in the U.K. and Ireland. ‖ It has 12,000 troops.',
    'She flew to Washington, D.C. ‖ The talks began at once.',
    'They left at 9 p.m. ‖ The train was late.',
    'Lt. Gen. Ola Brandt met Dr. Ines Pardo and Mr. Tamm Jr. at noon. ‖ He left first.',
    'It was bought by Brenlow Corp. in May. ‖ Nobody was told.',
  ],
  initials: ['J. R. Halvorsen resigned on Monday. ‖ E. T. Ruud took over.'],
  'the network of one letter': ['Awa Kessel posted it on X. ‖ She said no more.'],
  quotations: [
    '"We will not leave," she said. ‖ "I did." ‖ He left.',
    '"Are you sure?" asked the mayor. ‖ "Yes!" she shouted.',
    'He told reporters: "We are ready. ‖ We have always been ready." ‖ The minister declined to comment.',
    '“This is one building,” said Sarrou. ‖ “It is one shift.” ‖ Nobody replied.',
    '"Mr. Brandt," the judge said, "you are free to go." ‖ Ms. Pardo left at once.',
  ],
  brackets: ['Two men died. ‖ (A third is in hospital.) ‖ No one was charged.', 'The group (about 40 people) left.'],
  ellipses: ['He paused... and went on.', 'Is it over...? ‖ Perhaps.'],
  numbers: ['Oil fell 1.5 percent to $80.12. ‖ Gold rose.', 'It is No. 3 on the list.'],
  'hard-wrapped lines': [
    'The aircraft was shot down over the northern town of Veldmark\nlate on Tuesday, officials said. ‖ Rescue teams were sent to the\nsite, where they found no one alive.',
  ],
  lists: ['- Taxes will rise\n‖ - Trade will fall\n‖ - Nobody will care'],
  addresses: ['Write to press@example.org or see https://example.org/a.html. ‖ Follow us.'],
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows)('%s', (row) => {
    const text = row.replaceAll('\n‖ ', '\n').replaceAll(' ‖ ', ' ');
    const found = read(text).sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(row.split(/\s‖ /));
  });
});

test('an abbreviation gives its period to the sentence that it ends', () => {
  const text = 'He left the U.S. at 9 p.m. He was in D.C.';
  const { tokens: found } = read(text);
  expect(written(text, found)).toBe('He left the U.S. at 9 p.m|. He was in D.C|.');
});

test('only headlines, captions and paragraphs have sentences; every segment has tokens', () => {
  const text = 'Strike ends\n\nORSUND -\n\nIt is over. They won.\n\nReporting by A. Hale';
  const kinds = ['headline', 'dateline', 'paragraph', 'credit'] as const;
  let from = 0;
  const segments = text.split('\n\n').map((part, at) => {
    const start = text.indexOf(part, from);
    from = start + part.length;
    return { kind: kinds[at]!, start, end: from };
  });
  const layer = read(text, segments);
  expect(layer.sentences.map(({ segment }) => segment)).toEqual([0, 2, 2]);
  expect(layer.tokens.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(
    'Strike ends ORSUND - It is over . They won . Reporting by A. Hale',
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'He',
        'said',
        'U.S.',
        'Mr.',
        '.',
        '?',
        '"',
        "'",
        '”',
        ' ',
        ' ',
        '\n',
        '(',
        ')',
        '-',
        '5',
        ':',
        '…',
        'etc.',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
);

test('sentences part the tokens of what is read, within their segments, the same way each time', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (lines) => {
      const document = documentOf(lines.join('\n'));
      const { tokens: found, sentences } = step.run(document, {}) as TokenLayer;
      let next = 0;
      for (const { first, last, start, end, segment } of sentences) {
        expect(first).toBe(next);
        expect(last).toBeGreaterThan(first);
        expect([start, end]).toEqual([found[first]!.start, found[last - 1]!.end]);
        expect(start).toBeGreaterThanOrEqual(document.segments[segment]!.start);
        expect(end).toBeLessThanOrEqual(document.segments[segment]!.end);
        expect(found[first]!.joined).toBe(false);
        next = last;
      }
      expect(next).toBe(found.length);
      expect(step.run(document, {})).toEqual({ tokens: found, sentences });
    }),
    { numRuns: 1000 },
  );
});

test.each(['. ', ') ', '" ', 'A. ', 'U.S. ', 'Mr. A ', '- \n', 'a\n', '.\n', '? '])(
  'a page of %j takes no longer than a page',
  (unit) => {
    const from = performance.now();
    expect(read(unit.repeat(30_000 / unit.length).trim()).sentences.length).toBeGreaterThan(0);
    expect(performance.now() - from).toBeLessThan(2000);
  },
);
