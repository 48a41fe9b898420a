import { between, type Day, dayFrom, nowhere, stretchOf, yearsOf } from '../day.ts';
import { type Fixing, nearest } from '../nearest.ts';
import { ordinalOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { type Groups, onCalendar, type Resolved, type Rule, type Setting, told, withPart } from '../setting.ts';
import type { Words } from '../words.ts';

/** Prepositions after which a bare number of four digits is a year, however long ago. */
const BEFORE_YEARS = new Set([
  'in',
  'since',
  'from',
  'of',
  'by',
  'until',
  'till',
  'to',
  'between',
  'during',
  'and',
  'before',
  'after',
  'circa',
  '(',
]);

const YEARS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** Times that name their place on the calendar: "Jan. 5, 2022", "5 January", "March 1990", "the 1990s", "1991". */
export function absolute(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const monthOf = (written: string) => words.months.get(written.toLowerCase())!;
  const monthDay = (groups: Groups, given: Setting): Resolved | null => {
    const { month, date, year: said, last, which, ago, whose = ago && 'last', partof } = groups;
    if (!isName(month!)) return null;
    const year = said ?? (whose && given.today ? String(given.today.year + YEARS[whose.toLowerCase()]!) : undefined);
    const word = wordOf(which, given);
    const day = dayOfMonth(monthOf(month!), Number.parseInt(date!, 10), year, word, given);
    const end = last === undefined ? null : Number.parseInt(last, 10);
    if (day === null || typeof day === 'string') return day === null || end !== null ? null : onCalendar(nowhere(day));
    const basis = year ? 'explicit' : 'relative';
    if (end === null) return withPart(onCalendar(stretchOf(day, 'day'), basis), partof, words);
    const to = dayFrom(day.year, day.month, end);
    return to && end > day.day ? onCalendar(between(day, to), basis) : null;
  };
  const year = (said: string) => onCalendar(stretchOf(dayFrom(Number(said), 1, 1)!, 'year'), 'explicit');
  const edge = '(?:{=edge}[- ](?:in )?|the {=edgenoun} of )?';
  const part = '(?:the (?:(?:first|second|last|latter) half|(?:early|latter|later) part|{=edgenoun}) of )?';
  const yearAhead = `(?:(?=,? (?:to|through|and|until|or) (?:{=edge} )?{month}(?: \\d{1,2})?,? (?:of )?{year})|)`;
  const weekdayFirst = '(?:{=weekday},? )?(?:the (?<partof>{=part}) of )?';
  return [
    rule('iso-date', '(?<year>\\d{4})-(?<month>\\d\\d)-(?<date>\\d\\d)', ({ year, month, date }) => {
      const day = dayFrom(Number(year), Number(month), Number(date));
      return day && onCalendar(stretchOf(day, 'day'), 'explicit');
    }),
    rule(
      'slash-date',
      '(?<month>[01]?\\d)/(?<date>[0-3]?\\d)/(?<year>(?:(?:19|20)\\d\\d|\\d\\d))',
      ({ year, month, date }) => {
        const short = `${Number(year) > 40 ? '19' : '20'}${year}`;
        const day = dayFrom(Number(year!.length === 2 ? short : year), Number(month), Number(date));
        return day && onCalendar(stretchOf(day, 'day'), 'explicit');
      },
    ),
    rule(
      'month-day',
      `${edge}${weekdayFirst}(?:(?<which>last|next) )?{month} (?:the )?{date}(?:(?:-|–| to )(?<last>[0-3]?\\d)(?!\\d))?(?:,? {year}|,? (?:of )?(?<whose>last|this|next) year|,? a (?<ago>year ago))?`,
      monthDay,
    ),
    rule('day-month', `${edge}${weekdayFirst}(?:the )?{date}(?: of)? {month}(?:,? {year})?`, monthDay),
    rule('month-year', `${edge}{month},? (?:of )?{year}`, ({ month, year }) => {
      const day = isName(month!) && dayFrom(Number(year), monthOf(month!), 1);
      return day ? onCalendar(stretchOf(day, 'month'), 'explicit') : null;
    }),
    rule('month-short-year', `${edge}{month} {short}`, ({ month, short }, { today }) => {
      const day = dayFrom(Number(fullYear(short!, today)), monthOf(month!), 1);
      return day && isName(month!) ? onCalendar(stretchOf(day, 'month'), 'explicit') : null;
    }),
    rule(
      'month',
      `${edge}(?:(?<which>last|next|this|this past) |the month of )?{monthname}(?:,? (?:of )?(?<whose>last|next|this|that) year|,? a (?<ago>year ago))?(?:(?=(?<sold> (?:delivery|contracts?|futures)\\b))|)${yearAhead}`,
      ({ monthname, which, ago, whose = ago && 'last', sold, month, year: ahead }, setting) => {
        // "may" and "march" are words of their own.
        if (!isName(monthname!)) return null;
        const number = monthOf(monthname!);
        // "from [October] to March 1997"
        if (ahead) {
          const by = number > monthOf(month!) ? -1 : 0;
          return onCalendar(stretchOf(dayFrom(Number(ahead) + by, number, 1)!, 'month'), 'explicit');
        }
        if (!setting.today) return onCalendar(nowhere(`XXXX-${String(number).padStart(2, '0')}`));
        const by = YEARS[whose?.toLowerCase() ?? ''];
        if (by !== undefined) return onCalendar(stretchOf(dayFrom(setting.today.year + by, number, 1)!, 'month'));
        if (whose && setting.era)
          return told(stretchOf(dayFrom(setting.era.day.year, number, 1)!, 'month'), setting.era);
        // What is traded for March is yet to be delivered.
        const tense = which || sold ? 'future' : setting.tense;
        const day = nearest(setting.today, number, 1, tense, 'month', wordOf(which, setting));
        return day && onCalendar(stretchOf(day, 'month'));
      },
      { isSeen: true },
    ),
    rule(
      'decade',
      `${part}(?:(?:the )?(?:early|mid|late)(?:-| to )?(?:early|mid|late)?[- ]|the )?(?<years>(?:1[4-9]|20)\\d)0['’]?s`,
      // "the 1700s" are a hundred years
      ({ years }) => onCalendar(yearsOf(years!.replace(/^(1\d)0$/, '$1')), 'explicit'),
    ),
    rule(
      'short-decade',
      `${part}(?:the (?:(?:early|mid|late)[- ])?(?:['’‘]?(?<years>[2-9])0['’]?s|{decade})|(?:(?:early|mid|late)[- ])?['’‘](?<short>[2-9])0['’]?s)`,
      ({ years, decade, short }) => {
        const digit = years ?? short ?? words.data.decades.find(({ word }) => word === decade!.toLowerCase())!.value;
        return onCalendar(yearsOf(`19${digit}`), 'explicit');
      },
    ),
    rule(
      'century',
      `${part}(?:the )?(?:(?:early|mid|late)[- ])?{ordinal}(?:[- ]centur(?:y|ies)|(?= (?:and|or|to) {=ordinal} centuries))`,
      ({ ordinal }) => {
        const number = ordinalOf(ordinal!, words.data);
        return number === null || number < 1 || number > 21
          ? null
          : onCalendar(yearsOf(String(number - 1).padStart(2, '0')), 'explicit');
      },
    ),
    rule('years', '{year}(?:-|–|/)(?<last>\\d\\d(?:\\d\\d)?)', ({ year: said, last }) => {
      const end = last!.length === 2 ? `${said!.slice(0, 2)}${last}` : last!;
      if (Number(end) <= Number(said) || Number(end) > Number(said) + 150) return null;
      return onCalendar(
        {
          ...between(dayFrom(Number(said), 1, 1)!, dayFrom(Number(end), 12, 31)!),
          value: `${said}/${end}`,
          edtf: `${said}/${end}`,
        },
        'explicit',
      );
    }),
    rule(
      'year',
      `${edge}(?:the year )?{year}(?! (?:quarter|first|second|third|fourth)[- ]?quarter)`,
      ({ year: said }, { previous, today }) => {
        // Counts and prices have four digits too.
        const isNear = Math.abs(Number(said) - (today?.year ?? 2000)) <= 100;
        return /^(?:\$|£|€|#|no\.?|about|some|number|than)$/.test(previous) || (!isNear && !BEFORE_YEARS.has(previous))
          ? null
          : year(said!);
      },
    ),
    rule('short-year', `(?<part>${edge}){short}`, ({ part, short }, { previous, today }) =>
      part || BEFORE_YEARS.has(previous) || previous === 'the' ? year(fullYear(short!, today)) : null,
    ),
  ];
}

/** "'68" is the last year that ends so, or one of the next ten. */
export function fullYear(short: string, today: Day | null): string {
  const digits = Number(short.slice(-2));
  const latest = (today?.year ?? 2000) + 10;
  return String(latest - ((latest - digits) % 100));
}

/** Names are written with a capital letter: "May", not "may". */
export function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Which word leaves no choice of the year: "last May", "next May", "since May", "ended May 1", "[fell] in May". */
function wordOf(which: string | undefined, { previous, tense, verb }: Setting): Fixing {
  if (which && /last|past/i.test(which)) return 'last';
  if (which && /next/i.test(which)) return 'next';
  if (tense === 'future') return verb === 'ahead' ? 'ahead' : null;
  return previous === 'since' || previous === 'ended' || verb === 'past' ? 'begun' : null;
}

/** A day, or its value without a year where that is not known; null where the calendar has no such day. */
function dayOfMonth(
  month: number,
  date: number,
  year: string | undefined,
  word: Fixing,
  { today, tense }: Setting,
): Day | string | null {
  if (year) return dayFrom(Number(year), month, date);
  if (today) return nearest(today, month, date, tense, 'day', word);
  return dayFrom(2000, month, date) && `XXXX-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
