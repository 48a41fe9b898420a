import { type Day, dayFrom, stretchOf } from '../day.ts';
import { nearest } from '../nearest.ts';
import { countOf, ordinalOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { onCalendar, type Rule, told } from '../setting.ts';
import type { Words } from '../words.ts';
import { isName } from './absolute.ts';

/** Days by their number: "the last Friday in August", "the 15th of this month", "two Fridays ago". */
export function ordinals(words: Words): Rule[] {
  const rule = ruleMaker(words);
  return [
    rule(
      'weekday-of-month',
      'the (?<which>first|second|third|fourth|last) {weekday} (?:in|of) {month}(?:,? {year})?',
      ({ which, weekday, month, year }, { today, tense }) => {
        const number = words.months.get(month!.toLowerCase())!;
        const first = year ? dayFrom(Number(year), number, 1) : today && nearest(today, number, 1, tense, 'month');
        if (!first) return null;
        const day = weekdayIn(first, words.weekdays.get(weekday!.toLowerCase())!, ordinalOf(which!, words.data));
        return onCalendar(stretchOf(day, 'day'), year ? 'explicit' : 'relative');
      },
    ),
    rule(
      'day-of-this-month',
      'the (?<nth>\\d{1,2}(?:st|nd|rd|th)) of (?<which>this|last|next) month',
      ({ nth, which }, { today }) => {
        const months = { last: -1, this: 0, next: 1 }[which!.toLowerCase() as 'last' | 'this' | 'next'];
        const month = today?.plus({ months });
        const day = month && dayFrom(month.year, month.month, Number.parseInt(nth!, 10));
        return day ? onCalendar(stretchOf(day, 'day')) : null;
      },
    ),
    rule(
      'day-of-month',
      'the (?<nth>(?:[12]?\\d|3[01])(?:st|nd|rd|th))(?= *(?:[,.;:)”"]|$))',
      ({ nth }, { today, era, previous, tense }) => {
        const month = era?.day ?? today;
        if (!month || previous !== 'on') return null;
        const day = dayFrom(month.year, month.month, Number.parseInt(nth!, 10));
        if (!day || era || !today) return day && era ? told(stretchOf(day, 'day'), era) : null;
        const months = tense === 'future' && day < today ? 1 : tense === 'past' && day > today ? -1 : 0;
        const other = day.plus({ months }) as Day;
        return other.day === day.day ? onCalendar(stretchOf(other, 'day')) : null;
      },
    ),
    rule(
      'week-of-month',
      'the (?<which>first|second|third|fourth|last) (?:week|weekend|days) (?:in|of) {monthname}(?:,? {year})?',
      ({ monthname, year }, { today, tense }) => {
        if (!isName(monthname!)) return null;
        const number = words.months.get(monthname!.toLowerCase())!;
        const first = year ? dayFrom(Number(year), number, 1) : today && nearest(today, number, 1, tense, 'month');
        return first && onCalendar(stretchOf(first, 'month'), year ? 'explicit' : 'relative');
      },
    ),
    rule(
      'week-of-day',
      'the week (?:of|beginning|starting|that (?:began|begins|starts|started)) {month} {date}(?:,? {year})?',
      ({ month, date, year }, { today, tense }) => {
        const number = words.months.get(month!.toLowerCase())!;
        const count = Number.parseInt(date!, 10);
        const day = year ? dayFrom(Number(year), number, count) : today && nearest(today, number, count, tense, 'day');
        return day && onCalendar(stretchOf(day, 'week'), year ? 'explicit' : 'relative');
      },
    ),
    rule('weekdays-ago', '{count} {weekdays} ago', ({ count, weekdays }, { today }) => {
      const weeks = Number(countOf(count!, words.data));
      if (!today || !Number.isInteger(weeks) || weeks > 100) return null;
      const back = (today.weekday - words.weekdays.get(weekdays!.toLowerCase())! + 7) % 7 || 7;
      return onCalendar(stretchOf(today.minus({ days: back + 7 * (weeks - 1) }) as Day, 'day'));
    }),
  ];
}

/** The nth such weekday of the month that begins on a day; the last where no number is given. */
function weekdayIn(first: Day, weekday: number, nth: number | null): Day {
  if (nth !== null) return first.plus({ days: ((weekday - first.weekday + 7) % 7) + 7 * (nth - 1) }) as Day;
  const last = first.endOf('month').startOf('day');
  return last.minus({ days: (last.weekday - weekday + 7) % 7 }) as Day;
}
