import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Segment } from '../../src/document/document.ts';
import { dayFinder } from '../../src/document/full-dates.ts';
import { segmenter } from '../../src/document/segmenter.ts';
import { wordsOf } from '../../src/document/span.ts';
import { lexicon } from '../support/lexicon.ts';

const segment = segmenter(lexicon, dayFinder(lexicon));

/** The segments of a text as `kind: words`. */
const parts = (text: string, blocks?: Segment[]) =>
  segment(text, blocks).segments.map((found) => `${found.kind}: ${wordsOf(text, found)}`);

const WIRE = `Ferry strike ends after night of talks

Passengers wait at the pier in Velmora, Halde, March 4, 2024. PORTSIDE/Mila Oberon/Pool via PORTSIDE

By Ann Ode and Bo Pell

VELMORA, March 4 (Portside) - Ferries sailed again on Monday. read more

"We are back," said Ida Rook. She asked travellers to read more signs.

- one boat is in repair

Reporting by Ann Ode; Editing by Bo Pell

Our Standards: the rules of Portside.`;

describe('segments', () => {
  test('a wire story', () => {
    expect(parts(WIRE)).toEqual([
      'headline: Ferry strike ends after night of talks',
      'caption: Passengers wait at the pier in Velmora, Halde, March 4, 2024.',
      'credit: PORTSIDE/Mila Oberon/Pool via PORTSIDE',
      'credit: By Ann Ode and Bo Pell',
      'dateline: VELMORA, March 4 (Portside) -',
      'paragraph: Ferries sailed again on Monday.',
      'boilerplate: read more',
      'paragraph: "We are back," said Ida Rook. She asked travellers to read more signs.',
      'paragraph: - one boat is in repair',
      'credit: Reporting by Ann Ode; Editing by Bo Pell',
      'boilerplate: Our Standards: the rules of Portside.',
    ]);
  });

  test.each([
    [
      'a first sentence is no headline',
      'Ferries sailed again.\n\nThey had not for a week.',
      ['paragraph: Ferries sailed again.', 'paragraph: They had not for a week.'],
    ],
    [
      'a question may be a headline',
      'Will ferries sail?\n\nThey may.',
      ['headline: Will ferries sail?', 'paragraph: They may.'],
    ],
    ['a headline alone is a paragraph', 'Ferries sail again', ['paragraph: Ferries sail again']],
    [
      'a story may begin with its dateline',
      'VELMORA (AP) — Ferries sailed.\n\nAll of them.',
      ['dateline: VELMORA (AP) —', 'paragraph: Ferries sailed.', 'paragraph: All of them.'],
    ],
    [
      'the day may be all that follows a dateline',
      'Ferries sail\n\nTARN, Drevia (AP) - 14 October 2025\n\nAll of them.',
      [
        'headline: Ferries sail',
        'dateline: TARN, Drevia (AP) -',
        'boilerplate: 14 October 2025',
        'paragraph: All of them.',
      ],
    ],
    [
      '"By" does not make a byline',
      'Ferries\n\nBy nightfall the pier was empty.\n\nByron Oake left.',
      ['headline: Ferries', 'paragraph: By nightfall the pier was empty.', 'paragraph: Byron Oake left.'],
    ],
    [
      'a date line is furniture',
      'Ferries\n\nPublished: Monday, March 4, 2024 4:03 PM GMT\n\nThey sailed on March 4, 2024 at noon.',
      [
        'headline: Ferries',
        'boilerplate: Published: Monday, March 4, 2024 4:03 PM GMT',
        'paragraph: They sailed on March 4, 2024 at noon.',
      ],
    ],
    [
      'so is one in figures',
      'Ferries\n\nBy Ada Oake\n2024-03-04\n\nThey sailed on 2024-03-04 at noon.',
      [
        'headline: Ferries',
        'credit: By Ada Oake',
        'boilerplate: 2024-03-04',
        'paragraph: They sailed on 2024-03-04 at noon.',
      ],
    ],
    [
      'furniture in the middle of a paragraph',
      'Ferries\n\nThey sailed. Read more: They were late.',
      ['headline: Ferries', 'paragraph: They sailed.', 'boilerplate: Read more:', 'paragraph: They were late.'],
    ],
    [
      'rules between parts',
      'Ferries\n\nThey sailed.\n\n---\n\nAll of them.',
      ['headline: Ferries', 'paragraph: They sailed.', 'boilerplate: ---', 'paragraph: All of them.'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test('what a source has composed keeps its kinds', () => {
    const text = 'Ferries sail.\n\nA boat. Photo: Mila Oberon\n\nThey sailed.';
    const blocks: Segment[] = [
      { kind: 'headline', start: 0, end: 13 },
      { kind: 'caption', start: 15, end: 41 },
      { kind: 'paragraph', start: 43, end: 55 },
    ];
    expect(parts(text, blocks)).toEqual([
      'headline: Ferries sail.',
      'caption: A boat.',
      'credit: Photo: Mila Oberon',
      'paragraph: They sailed.',
    ]);
  });

  test('in order, apart, and nothing left out, whatever the text', () => {
    const piece = fc.constantFrom(
      'read more',
      'By Ann',
      'VELMORA, Jan 10 (AP) — ',
      'Photo: X/Y',
      '\n\n',
      '\n',
      '. ',
      ' ',
      '"',
      'words ',
      '--',
      '\ud800',
      '(AP Photo/Ann Ode)',
      'March 4, 2024',
      '©',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join('')),
        (text) => {
          let at = 0;
          for (const { start, end } of segment(text).segments) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(at, start)).toMatch(/^[\s\u200b]*$/u);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^[\s\u200b]*$/u);
        },
      ),
      { numRuns: 500 },
    );
  });
});
