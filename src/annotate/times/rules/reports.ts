import { type Day, dayFrom, halfOf, stretchOf } from '../day.ts';
import { nearest } from '../nearest.ts';
import { countOf, ordinalOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { duration, onCalendar, type Resolved, type Rule, type Setting } from '../setting.ts';
import type { Words } from '../words.ts';
import { fullYear, isName } from './absolute.ts';

/** A quarter that ended so many days ago may still be announced as what is to come. */
const REPORTED = 100;

/** Quarters, and what business reports count from them: "a year earlier", "the latest quarter". */
export function reports(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const nth = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';
  const which = `(?<which>${nth})`;
  const whose = "(?:(?<whose>this|last|next) year[’']s |(?:fiscal )?{year}(?:[’']s)? )";
  const edge = '(?:{=edge}[- ](?:in )?|the {=edgenoun} of )?';
  return [
    // An article before a hyphen is of the noun behind it: "a [third-quarter] loss", but "the [third quarter]".
    rule(
      'quarter',
      `${edge}(?:the (?!\\w+-quarter)|${whose})?(?:fiscal[- ])?${which}[- ](?:fiscal[- ])?quarters?(?:,? (?:of )?(?:fiscal )?(?:(?<of>{=year})|(?<ofwhose>this|last|next) year))?`,
      (groups, setting) => {
        const number = ordinalOf(groups.which!, words.data)!;
        const said = groups.year ?? groups.of ?? /^the (\d{4})/.exec(groups.which!)?.[1];
        return quarterOf(number, said, groups.whose ?? groups.ofwhose, setting);
      },
    ),
    // "in the [second] and third quarters"
    rule(
      'quarter-of-two',
      `(?:the )?${which}(?= (?:and|or|to|through) (?:the )?${nth}[- ]quarters?\\b)`,
      (groups, setting) => quarterOf(ordinalOf(groups.which!, words.data)!, undefined, undefined, setting),
    ),
    rule(
      'quarter-at-the-end',
      `(?:the )?(?:last|final) quarter of (?:fiscal )?(?:{year}|(?<whose>this|last|next) year)`,
      ({ year, whose }, setting) => quarterOf(4, year, whose, setting),
    ),
    rule(
      'quarter-a-year-ago',
      `(?:the )?(?:year-(?:ago|earlier|before)|prior-year) ${which}[- ]quarter`,
      (groups, setting) => quarterOf(ordinalOf(groups.which!, words.data)!, undefined, 'last', setting),
    ),
    rule('length-a-year-ago', '(?:the )?(?:year-(?:ago|earlier|before)|prior-year) {count} months', ({ count }) => {
      const said = countOf(count!, words.data);
      return said === null ? null : duration(`P${said}M`);
    }),
    rule(
      'quarter-of-last-year',
      "(?:the )?(?<which>last|prior|previous) year[’']s (?:quarter|period)",
      (_, { quarter, today }) => {
        const day = quarter ?? today?.minus({ quarters: 1 });
        return day ? onCalendar(stretchOf(day.minus({ years: 1 }) as Day, 'quarter')) : null;
      },
    ),
    // "In the third quarter it lost $2 million, compared with $3 million [last year]": in the same quarter of it.
    rule('quarter-of-last-year', 'last year', (_, { quarter, isLonger, isCompared }) =>
      quarter && !isLonger && isCompared ? onCalendar(stretchOf(quarter.minus({ years: 1 }) as Day, 'quarter')) : null,
    ),
    // "the [April-June] quarter"
    rule(
      'quarter-by-months',
      '(?:the )?(?<from>{=month})(?:-|–|(?<to> to )){month}(?: (?:fiscal )?(?:quarter|period))?',
      ({ from, to, month }, { today, tense, previous }) => {
        // "from [January] to [March]" names two months.
        if (to && previous === 'from') return null;
        const [first, last] = [from!, month!].map((each) => words.months.get(each.toLowerCase())!);
        if (!today || !isName(from!) || first! % 3 !== 1 || last !== first! + 2) return null;
        const day = nearest(today, last, 1, tense, 'month');
        return day && onCalendar(stretchOf(day, 'quarter'));
      },
    ),
    // "the [September] quarter" ends with September.
    rule('quarter-by-month', '(?:the )?{monthname} quarter', ({ monthname }, { today, tense }) => {
      const month = words.months.get(monthname!.toLowerCase())!;
      if (!today || !isName(monthname!) || month % 3 !== 0) return null;
      const day = nearest(today, month, 1, tense, 'month');
      return day && onCalendar(stretchOf(day, 'quarter'));
    }),
    rule(
      'half-year',
      `(?:the )?(?:{year}(?:[’']s)? |(?<owner>last|this|next) year[’']s )?(?:fiscal[- ])?(?<which>first|second|last)(?:(?<hyphen>-)| )half(?: of (?:(?:fiscal )?(?<of>{=year})|(?:the|this) year|(?<whose>last|next) year))?(?! of (?:{=month}|(?:the|this|last|next|its) (?:century|decade|month|match|game|season)\\b))`,
      ({ which: nthOf, year: before, of, whose: ofWhose, owner, hyphen }, { today, previous, tense }) => {
        const said = before ?? of;
        const whoseYear = (ofWhose ?? owner)?.toLowerCase();
        // "the second half" of a match; "first-half profit" is of a year.
        if (!said && !whoseYear && !hyphen && !/^(?:in|for|during)$/.test(previous)) return null;
        if (!said && !today) return null;
        const half = /first/i.test(nthOf!) ? 1 : 2;
        // "In the second half it grew", told in January, is of the year before.
        const isAhead = !whoseYear && tense === 'past' && half === 2 && today && today.quarter === 1;
        const by = { last: -1, next: 1 }[whoseYear ?? ''] ?? (isAhead ? -1 : 0);
        const found = halfOf(said ? Number(said) : today!.year + by, half);
        return onCalendar(found, said ? 'explicit' : 'relative');
      },
    ),
    rule('quarter-of-the-year', `the {year} ${which}[- ]quarter`, ({ year, which: said }, setting) =>
      quarterOf(ordinalOf(said!, words.data)!, year, undefined, setting),
    ),
    rule(
      'quarter-or-period',
      '(?:the )?(?:(?:same|like|corresponding|comparable) )?{year} (?<kind>quarter|period)|the (?:same|like|corresponding|comparable) (?<kindof>quarter|period) (?:of|in) (?<of>{=year})',
      ({ year = '', kind = '', kindof, of }, { quarter, today }) => {
        const reported = quarter ?? today?.minus({ quarters: 1 });
        const isQuarter = /quarter/i.test(kindof ?? kind) && reported;
        const day = dayFrom(Number(of ?? year), isQuarter ? reported.month : 1, 1)!;
        return onCalendar(stretchOf(day, isQuarter ? 'quarter' : 'year'), 'explicit');
      },
    ),
    // A quarter that ends with one of the calendar's is that one; a company's own is just as long.
    rule(
      'quarter-ended',
      'the (?:fiscal )?quarter(?= (?:(?<over>(?:that )?ended)|ending|to) {month} {date})',
      ({ month, date, over }, { today, tense }) => {
        const number = words.months.get(month!.toLowerCase())!;
        const last = today && nearest(today, number, Number.parseInt(date!, 10), tense, 'day', over ? 'begun' : null);
        const isCalendar = last && number % 3 === 0 && last.day >= 28;
        return isCalendar ? onCalendar(stretchOf(last, 'quarter')) : duration('P1Q');
      },
    ),
    rule(
      'the-quarter',
      `${edge}the (?:(?<latest>latest|most recent|just-ended) )?(?:fiscal )?(?:quarter|(?<period>period))(?!-| of (?!(?:the |this |last |next )?(?:fiscal )?(?:year\\b|{=year})))`,
      ({ latest, period }, { quarter, today }) => {
        if (period && !latest) return null;
        // Reports are of the quarter that is over.
        const day = quarter ?? today?.minus({ quarters: 1 });
        return day ? onCalendar(stretchOf(day as Day, 'quarter')) : null;
      },
    ),
    rule(
      'fiscal-year',
      '(?:the )?(?:fiscal(?:[- ]years?)? (?:{year}|{short})|(?<of>{=year}) fiscal year)',
      ({ year, short, of }, { today }) => {
        const said = year ?? of ?? fullYear(short!, today);
        return onCalendar(stretchOf(dayFrom(Number(said), 1, 1)!, 'year'), 'explicit');
      },
    ),
    rule(
      'the-fiscal-year',
      '(?:the )?(?<which>the|this|current|last|previous|prior|next) fiscal year(?! (?:ended|ending|that ended))',
      ({ which }, { today }) => {
        const years = { last: -1, previous: -1, prior: -1, next: 1 }[which!.toLowerCase()] ?? 0;
        return today && onCalendar(stretchOf(today.plus({ years }) as Day, 'year'));
      },
    ),
    rule(
      'year-before',
      'a year (?:ago|(?<earlier>earlier|before))|(?:the |a )(?:year-(?:ago|earlier|before)|prior-year) (?:(?<kind>quarter)|period)|year-(?:ago|earlier)|prior-year|the (?:same|corresponding|comparable|like) (?:(?<same>quarter)|period)(?:,? (?:of )?(?:last year|a year (?:ago|earlier)|the (?:previous|prior) year))',
      ({ earlier, kind, same }, { quarter: told, isLonger, today, near, era, month, isCompared, previous }) => {
        // "In May exports rose 5% from [a year earlier]"
        if (month && !told && !kind && !same && (previous === 'from' || isCompared))
          return onCalendar(stretchOf(month.minus({ years: 1 }) as Day, 'month'));
        const quarter = told ?? (kind || same ? (today?.minus({ quarters: 1 }) as Day) : null);
        const isYear = isLonger && !kind && !same;
        if (quarter) return onCalendar(stretchOf(quarter.minus({ years: 1 }) as Day, isYear ? 'year' : 'quarter'));
        // "He joined in 1985. [A year earlier] …"
        const isOfStory = near || (earlier && era && today && era.day <= today);
        const day = isOfStory ? (era?.day ?? today) : today;
        return day && onCalendar(stretchOf(day.minus({ years: 1 }) as Day, 'year'));
      },
    ),
  ];
}

function quarterOf(
  number: number,
  year: string | undefined,
  whose: string | undefined,
  { today, tense }: Setting,
): Resolved | null {
  if (year) return onCalendar(stretchOf(dayFrom(Number(year), number * 3, 1)!, 'quarter'), 'explicit');
  if (!today) return null;
  if (whose) {
    const by = { last: -1, this: 0, next: 1 }[whose.toLowerCase() as 'last' | 'this' | 'next'];
    return onCalendar(stretchOf(dayFrom(today.year + by, number * 3, 1)!, 'quarter'));
  }
  const own = dayFrom(today.year, number * 3, 1)!;
  const since = today.diff(own.endOf('quarter'), 'days').days;
  if (tense === 'future')
    return onCalendar(stretchOf(since > REPORTED ? (own.plus({ years: 1 }) as Day) : own, 'quarter'));
  // The one after the running quarter is not told of as past.
  return onCalendar(stretchOf(number > today.quarter ? (own.minus({ years: 1 }) as Day) : own, 'quarter'));
}
