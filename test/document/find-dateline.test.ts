import { describe, expect, test } from '@jest/globals';
import { datelineFinder } from '../../src/document/find-dateline.ts';
import { dayFinder } from '../../src/document/full-dates.ts';
import { wordsOf } from '../../src/document/span.ts';
import { lexicon } from '../support/lexicon.ts';

const find = datelineFinder(lexicon, dayFinder(lexicon));

/** A dateline as [place, day, agency, the words after it], or null. */
function datelineOf(text: string) {
  const found = find(text, { start: 0, end: text.length });
  return (
    found && [
      found.place && wordsOf(text, found.place),
      found.day?.value ?? null,
      found.agency?.name ?? null,
      text.slice(found.end).trim(),
    ]
  );
}

describe('datelines', () => {
  test.each([
    ['VELMORA, Jan 10 (Reuters) - The mayor left.', ['VELMORA', '--01-10', 'Reuters', 'The mayor left.']],
    ['VELMORA, Jan 10 (Reuters) -The mayor left.', ['VELMORA', '--01-10', 'Reuters', 'The mayor left.']],
    ['VELMORA (AP) — The mayor left.', ['VELMORA', null, 'Associated Press', 'The mayor left.']],
    ['VELMORA, Ostrava — The mayor left.', ['VELMORA, Ostrava', null, null, 'The mayor left.']],
    ['VELMORA — The mayor left — alone.', ['VELMORA', null, null, 'The mayor left — alone.']],
    ['VELMORA, Feb. 26 (MPS) — Ports shut.', ['VELMORA', '--02-26', 'MPS', 'Ports shut.']],
    ['VELMORA, Halde, March 1, 2024 (MPS) — Ports shut.', ['VELMORA, Halde', '2024-03-01', 'MPS', 'Ports shut.']],
    [
      'PORT VELMORA AIR BASE, Halde (HALYARD) -- Troops left.',
      ['PORT VELMORA AIR BASE, Halde', null, 'HALYARD', 'Troops left.'],
    ],
    ['ST. VELMORA/HALDE, 3 April (Reuters) – Ports shut.', ['ST. VELMORA/HALDE', '--04-03', 'Reuters', 'Ports shut.']],
    ['Jan 10 (Reuters) - Ports shut.', [null, '--01-10', 'Reuters', 'Ports shut.']],
    ['(Reuters) - Ports shut.', [null, null, 'Reuters', 'Ports shut.']],
    ['Velmora, Jan 10 (Reuters) - Ports shut.', ['Velmora', '--01-10', 'Reuters', 'Ports shut.']],
  ])('%s', (text, expected) => {
    expect(datelineOf(text)).toEqual(expected);
  });

  test.each([
    'The mayor left - alone - on Monday.',
    'The mayor (pictured) - who left on Monday - is back.',
    'Velmora — a port of 90,000 — was quiet.',
    'U.S. - China talks went on.',
    'On Jan 10 - a Monday - the ports shut.',
    'VELMORA said it would shut its ports.',
    'Ports shut on Jan 10 (Monday) - Tuesday.',
    '- - -',
    '',
  ])('no dateline: %s', (text) => {
    expect(datelineOf(text)).toBeNull();
  });
});
