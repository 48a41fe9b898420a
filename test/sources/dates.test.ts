import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDate } from '../../src/document/dates.ts';

describe('dates', () => {
  test.each<[string, string | null]>([
    ['2022-01-10', '2022-01-10'],
    ['20220110', '2022-01-10'],
    [' 2022-01-10\n', '2022-01-10'],
    ['2022-01-10T14:03:00Z', '2022-01-10T14:03:00Z'],
    ['2022-01-10T14:03:00.123+06:00', '2022-01-10T14:03:00+06:00'],
    ['2022-01-10T14:03+06', '2022-01-10T14:03+06:00'],
    ['20220110T140300Z', '2022-01-10T14:03:00Z'],
    ['2022-01-10 14:03:00+0000', '2022-01-10T14:03:00+00:00'],
    ['2022-01-10 14:03:00 UTC', '2022-01-10T14:03:00Z'],
    ['Mon, 10 Jan 2022 14:03:00 +0000', '2022-01-10T14:03:00+00:00'],
    ['Mon, 10 Jan 2022 14:03:00 -0000', '2022-01-10T14:03:00Z'],
    ['10 Jan 22 14:03 EST', '2022-01-10T14:03-05:00'],
    ['Mon, 10 Jan 2022 14:03:00 +0100 (CET)', '2022-01-10T14:03:00+01:00'],
    ['January 10, 2022', '2022-01-10'],
    ['Monday, January 10th, 2022', '2022-01-10'],
    ['Sept. 3, 2022 2:03 p.m. EDT', '2022-09-03T14:03-04:00'],
    ['Jan 10, 2022 at 12:30 AM GMT', '2022-01-10T00:30Z'],
    ['10 January 2022 14:03 GMT', '2022-01-10T14:03Z'],
    // Without an offset, or with a name that means several, only the day is known.
    ['2022-01-10T14:03:00', '2022-01-10'],
    ['January 10, 2022 2:03 PM ET', '2022-01-10'],
    ['10 January 2022, 14:03 CET', '2022-01-10'],
    // What does not exist, is less than a day, or could be two days.
    ['2022-02-30', null],
    ['February 29, 2021', null],
    ['2022-13-01', null],
    ['2022-01-10T25:00:00Z', null],
    ['2022-01-10T14:60Z', null],
    ['2022-01-10T14:03:00+15:00', null],
    ['13:03 PM', null],
    ['Jan 10, 2022 13:03 PM GMT', null],
    ['2022', null],
    ['2022-01', null],
    ['January 2022', null],
    ['01/10/2022', null],
    ['2022-01-10 or so', null],
    ['10 Janvier 2022', null],
    ['0000-01-01', null],
    ['yesterday', null],
    ['', null],
  ])('%j: %s', (value, date) => {
    expect(parseDate(value)).toBe(date);
  });

  test('property: what it gives it reads again as the same, and nothing makes it throw', () => {
    const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.oneof(
          day.map((date) => date.toISOString()),
          day.map((date) => date.toUTCString()),
          fc.string(),
        ),
        (value) => {
          const date = parseDate(value);
          if (date !== null) expect(parseDate(date)).toBe(date);
        },
      ),
    );
    fc.assert(
      fc.property(day, (date) => {
        const seconds = date.toISOString().replace(/\.\d+/, '');
        expect(parseDate(date.toISOString())).toBe(seconds);
        expect(parseDate(date.toUTCString())).toBe(seconds);
      }),
    );
  });
});
