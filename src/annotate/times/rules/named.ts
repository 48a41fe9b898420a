import type { Holiday } from '../../../vocabulary/records.ts';
import { type Day, dayFrom, type Stretch, stretchOf, weekendOf } from '../day.ts';
import { onCalendar, type Rule, vague } from '../setting.ts';
import { patternOf, type Words } from '../words.ts';
import { isName } from './absolute.ts';

/** Holidays, and times without a place on the calendar: "now", "recently". */
export function named(words: Words): Rule[] {
  return [
    {
      name: 'holiday',
      form: patternOf(words, '(?:(?<which>last|this|next) )?{holiday}(?<weekend> weekend)?(?:,? (?:of )?{year})?'),
      resolve: ({ which = '', holiday: said, weekend, year }, { today, tense }) => {
        const holiday = words.data.holidays.find(({ forms }) =>
          forms.some((form) => form.toLowerCase() === said!.toLowerCase()),
        );
        if (!holiday || !isName(said!) || !(year || today)) return null;
        const stretch = (day: Day) => (weekend ? weekendBeside(day) : stretchOf(day, 'day'));
        if (year) return onCalendar(stretch(inYear(holiday, Number(year))), 'explicit');
        const own = inYear(holiday, today!.year);
        const isBack = /last/i.test(which) || (!/next/i.test(which) && tense !== 'future');
        const days = own.diff(today!, 'days').days;
        const years = isBack && days > (which ? 0 : 30) ? -1 : !isBack && days < 0 ? 1 : 0;
        return onCalendar(stretch(inYear(holiday, today!.year + years)));
      },
    },
    {
      name: 'vague',
      form: patternOf(words, 'previously'),
      // "Previously she …", not "a previously unknown group".
      resolve: (_, { previous }) => (previous === '' ? vague('PAST_REF') : null),
    },
    {
      name: 'vague',
      form: patternOf(words, '(?:very )?soon(?! (?:after|before|as|enough)\\b)'),
      // "will soon leave", not "soon left" and "as soon as".
      resolve: (_, { previous, tense }) => (previous !== 'as' && tense === 'future' ? vague('FUTURE_REF') : null),
    },
    {
      name: 'vague',
      form: patternOf(
        words,
        '{vague}(?:(?=(?<dated>,? (?:(?:in|on) )?(?:(?:last|this) |yesterday\\b|{=month}|{=weekday}|{=year})))|)',
      ),
      // "as recently as last week" and "most recently in May" are of last week and of May alone.
      resolve: ({ vague: said, dated }, { previous }) =>
        (previous === 'as' || dated) && /recently$/i.test(said!)
          ? null
          : vague(words.data.vague.find(({ word }) => word === said!.toLowerCase().replace(/ +/g, ' '))!.value),
    },
  ];
}

function inYear({ month, day, weekday, nth, easter }: Holiday, year: number): Day {
  if (easter !== undefined) return easterOf(year).plus({ days: easter }) as Day;
  if (day !== undefined) return dayFrom(year, month!, day)!;
  const first = dayFrom(year, month!, 1)!;
  if (nth === -1) {
    const last = first.endOf('month').startOf('day');
    return last.minus({ days: (last.weekday - weekday! + 7) % 7 }) as Day;
  }
  return first.plus({ days: ((weekday! - first.weekday + 7) % 7) + 7 * (nth! - 1) }) as Day;
}

/** The weekend that a holiday makes longer: before a Monday, after a Thursday. */
function weekendBeside(day: Day): Stretch {
  return weekendOf(day.minus({ weeks: day.weekday <= 3 ? 1 : 0 }) as Day);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayFrom(year, Math.floor(f / 31), (f % 31) + 1)!;
}
