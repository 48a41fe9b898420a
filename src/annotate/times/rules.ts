import { absolute } from './rules/absolute.ts';
import { clock } from './rules/clock.ts';
import { distances } from './rules/distances.ts';
import { lengths } from './rules/lengths.ts';
import { named } from './rules/named.ts';
import { ordinals } from './rules/ordinals.ts';
import { parts } from './rules/parts.ts';
import { relative } from './rules/relative.ts';
import { reports } from './rules/reports.ts';
import { sets } from './rules/sets.ts';
import { spelled } from './rules/spelled.ts';
import { weekdays } from './rules/weekdays.ts';
import type { Rule } from './setting.ts';
import type { Words } from './words.ts';

/** All rules; where several match at a word, the longest match is taken, of equally long ones the first. */
export function rulesOf(words: Words): readonly Rule[] {
  const days = weekdays(words);
  return [
    ...absolute(words),
    ...spelled(words),
    ...clock(words, days),
    ...sets(words),
    ...days,
    ...ordinals(words),
    ...parts(words),
    ...reports(words),
    ...distances(words),
    ...lengths(words),
    ...relative(words),
    ...named(words),
  ];
}
