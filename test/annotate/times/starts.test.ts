import { describe, expect, test } from '@jest/globals';
import { rulesOf } from '../../../src/annotate/times/rules.ts';
import { mayBegin, startOf, startsOf } from '../../../src/annotate/times/starts.ts';
import { wordsOf } from '../../../src/annotate/times/words.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('how a pattern may begin', () => {
  test.each([
    ['May', ['may']],
    ['(?:the )?year', ['the', 'yea']],
    ['a|b{2,3}c', ['a', 'bbc', 'bbb']],
    ['(?<date>\\d{1,2})(?:st|th)', ['0st', '0th', '00s', '00t']],
    ["(?!no)['’]\\d+", ["'0", "'00", '’0', '’00']],
    ['[1-3x]/(?<=a)[^b]', ['0/*', 'x/*']],
    ['an? \\p{L}+', ['a *', 'an ']],
    ['to (?:(?:x(?=y)|z[)|])|\\))?', ['to ']],
  ])('%s', (pattern, starts) => {
    expect(startsOf(pattern).sort()).toEqual([...starts].sort());
  });

  const rules = rulesOf(wordsOf(vocabulary.calendar, vocabulary.times));

  test.each([
    'January 5, 2022',
    'the night of Jan. 5',
    '5 March',
    "the early 1990s, when the '68 revolt was remembered",
    'nineteen ninety-seven',
    '2022-01-10',
    '3:30 p.m. on Tuesday',
    'a year and a half',
    'at least 12 hours later',
    'three days later.',
    '’68 was long ago',
    'every other Friday',
    'Mondays',
    'the ſecond quarter of 2021',
    'Augu\u017Ft 2021',
    'wee\u212As ago',
    'the last two decades',
    'now',
    'this coming weekend',
    'noon',
  ])('no rule that matches is passed over: %s', (words) => {
    const matching = rules.filter(({ form }) => {
      form.lastIndex = 0;
      return form.test(words);
    });
    expect(matching.length).toBeGreaterThan(0);
    const start = startOf(words, 0, words.length);
    expect(matching.filter(({ form }) => !mayBegin(startsOf(form.source), start))).toEqual([]);
  });

  test('most words begin no time', () => {
    const starts = rules.map(({ form }) => startsOf(form.source));
    const candidates = (words: string) =>
      starts.filter((each) => mayBegin(each, startOf(words, 0, words.length))).length;
    expect(['said Oduya', 'government', 'Velundia', 'people', ', who'].map(candidates)).toEqual([0, 0, 0, 0, 0]);
  });
});
