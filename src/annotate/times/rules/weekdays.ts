import { type Day, dayFrom, nowhere, stretchOf, weekendOf } from '../day.ts';
import { nearest } from '../nearest.ts';
import { countOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { onCalendar, type Rule, type Setting, withPart } from '../setting.ts';
import type { Words } from '../words.ts';

const LINKS = /^(?:and|or)$/;
export const ENDS = /^(?:through|thru|to|until|till)$/;
/** Days in which a weekday is the one that comes next. */
const WEEK = 7;
/** Days after which a weekday that is yet to come is told of as such for sure. */
const FAR = 6;

/** Days of the week and weekends, on the side of today that the tense says, and days that are named by their distance. */
export function weekdays(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const numberOf = (said: string) => words.weekdays.get(said.toLowerCase())!;
  const dayOf = (said: string, which: string, setting: Setting) =>
    weekday(numberOf(said), which.toLowerCase(), setting);
  const dayWith = (day: Day, part: string | undefined) => withPart(onCalendar(stretchOf(day, 'day')), part, words);
  const edge = '(?:{=edge}[- ](?:on )?)?';
  return [
    rule(
      'weekday',
      `${edge}(?:(?<which>last|next|this past|this coming|this|the previous|the following|the same) )?{weekday}(?: {part})?`,
      ({ weekday: said, which, part }, setting) => {
        const day = dayOf(said!, which ?? '', setting);
        return day ? dayWith(day, part) : onCalendar(nowhere(`XXXX-WXX-${numberOf(said!)}`));
      },
    ),
    rule(
      'weekday-of-week',
      '{weekday}(?: of)? (?<which>last|this|next) week',
      ({ weekday: said, which }, { today }) => {
        const weeks = { last: -1, this: 0, next: 1 }[which!.toLowerCase() as 'last' | 'this' | 'next'];
        return (
          today &&
          dayWith(
            today
              .plus({ weeks })
              .startOf('week')
              .plus({ days: numberOf(said!) - 1 }) as Day,
            undefined,
          )
        );
      },
    ),
    rule(
      'weeks-ago-weekday',
      '{count} weeks? (?<way>ago|from)(?: on)? {weekday}',
      ({ count, way, weekday: said }, { today }) => {
        const weeks = Number(countOf(count!, words.data)) * (/ago/i.test(way!) ? -1 : 1);
        if (!today || !Number.isInteger(weeks)) return null;
        return dayWith(
          today
            .plus({ weeks })
            .startOf('week')
            .plus({ days: numberOf(said!) - 1 }) as Day,
          undefined,
        );
      },
    ),
    rule(
      'near-day',
      `${edge}{near}(?: {part})?|the day (?<beside>before yesterday|after tomorrow)`,
      ({ near, part, beside }, { today }) => {
        if (!today) return null;
        const shift = beside
          ? /before/i.test(beside)
            ? -2
            : 2
          : words.data.days.find(({ word }) => word === near!.toLowerCase())!.shift;
        return dayWith(today.plus({ days: shift }) as Day, part);
      },
    ),
    rule('weekend', 'the weekend of {month} {date}(?:,? {year})?', ({ month, date, year }, { today, tense }) => {
      const number = words.months.get(month!.toLowerCase())!;
      const count = Number.parseInt(date!, 10);
      const day = year ? dayFrom(Number(year), number, count) : today && nearest(today, number, count, tense, 'day');
      return day && onCalendar(weekendOf(day));
    }),
    rule(
      'weekend',
      `${edge}(?:(?<which>this past|this coming|this|last|next|past|the) )?weekend`,
      ({ which = '' }, { today, tense }) => {
        if (!today) return null;
        const said = which.toLowerCase();
        // On a working day the weekend that somebody tells of is the last one.
        const isOver = tense !== 'future' && !/this|next|coming/.test(said) && today.weekday < 6;
        const weeks = isOver || /last|past/.test(said) ? -1 : said === 'next' ? 1 : 0;
        return onCalendar(weekendOf(today.plus({ weeks }) as Day));
      },
    ),
  ];
}

/** The day of that number which is meant; null where today is not known. */
function weekday(number: number, which: string, setting: Setting): Day | null {
  const { today, narrative, lately, tense, previous } = setting;
  // A sentence may be cut after an hour: "9 a.m. Monday through [Friday]".
  const near = ENDS.test(previous) ? lately : setting.near;
  // "from Monday to [Wednesday]"
  const isNextOf = (tense === 'future' && LINKS.test(previous)) || ENDS.test(previous);
  if (near && which === '' && isNextOf && near.day.diff(today ?? near.day, 'days').days > -WEEK)
    return near.day.plus({ days: (number - near.day.weekday + 7) % 7 || 7 }) as Day;
  const told = which === '' ? setting.again(number) : null;
  if (told) return told;
  const from = /^the /.test(which) ? (narrative?.day ?? today) : today;
  if (!from) return null;
  const ahead = (number - from.weekday + 7) % 7;
  const back = (7 - ahead) % 7;
  const isOther = /^(?:next|last|this coming|the previous|the following)$/.test(which);
  // What is not surely ahead is rather yesterday's than next week's.
  const isAhead = tense === 'future' && (which !== '' || ahead < FAR || setting.isSure);
  const isNext = /next|coming|following/.test(which) || (which === 'this' || which === '' ? isAhead : false);
  const days = isNext ? (ahead === 0 && isOther ? 7 : ahead) : -(back === 0 && isOther ? 7 : back);
  return from.plus({ days }) as Day;
}
