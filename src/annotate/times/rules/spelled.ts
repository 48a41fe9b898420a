import { dayFrom, stretchOf, yearsOf } from '../day.ts';
import { nearest } from '../nearest.ts';
import { countOf, ordinalOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { onCalendar, type Rule } from '../setting.ts';
import type { Words } from '../words.ts';
import { isName } from './absolute.ts';

/** Hundreds of years as they are spoken. */
const HUNDREDS: Readonly<Record<string, number>> = { seventeen: 1700, eighteen: 1800, nineteen: 1900 };
/** A year in words that can hardly be a number: "nineteen ninety-seven", "nineteen oh four". */
const PLAIN = '(?:seventeen|eighteen|nineteen) (?:oh[- ][a-z]+|(?!hundred)[a-z]+(?:-[a-z]+)?)';
/** One that may be a number elsewhere. */
const SPELLED = `(?:${PLAIN}|(?:seventeen|eighteen|nineteen) hundred|two thousand(?: (?:and )?{=number})?)`;

/** Dates as they are spoken: "July twenty-first", "nineteen forty-two", "the nineteen eighties". */
export function spelled(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const edge = '(?:{=edge}[- ](?:in )?|the {=edgenoun} of )?';
  const date = '(?<date>(?:(?:twenty|thirty) )?{=ordinal})';
  const year = `(?:,? (?<year>{=year}|${SPELLED}))?`;
  return [
    ...[`${edge}{month} (?:the )?${date}${year}`, `${edge}the ${date} of {month}${year}`].map((pattern) =>
      rule('spelled-day', pattern, ({ month, date: nth, year: of }, { today, tense }) => {
        const number = words.months.get(month!.toLowerCase())!;
        const count = ordinalOf(nth!.replace(/ +/g, '-'), words.data);
        const said = of && (/^\d/.test(of) ? of : spelledYear(of, words));
        if (!isName(month!) || count === null || (of && !said)) return null;
        const day = said
          ? dayFrom(Number(said), number, count)
          : today && dayFrom(2000, number, count) && nearest(today, number, count, tense, 'day');
        return day && onCalendar(stretchOf(day, 'day'), said ? 'explicit' : 'relative');
      }),
    ),
    rule('month-year', `${edge}{month},? (?:of )?(?<year>${SPELLED})`, ({ month, year: of }) => {
      const said = spelledYear(of!, words);
      const day = said && isName(month!) && dayFrom(Number(said), words.months.get(month!.toLowerCase())!, 1);
      return day ? onCalendar(stretchOf(day, 'month'), 'explicit') : null;
    }),
    rule('spelled-year', `the year (?<sure>${SPELLED})|(?<plain>${PLAIN})`, ({ sure, plain }) => {
      const said = spelledYear((sure ?? plain)!, words);
      return said ? onCalendar(stretchOf(dayFrom(Number(said), 1, 1)!, 'year'), 'explicit') : null;
    }),
    rule(
      'decade',
      '(?:the )?(?:(?:early|mid|late)[- ])?(?<hundred>seventeen|eighteen|nineteen)[- ]{decade}',
      ({ hundred, decade }) => {
        const digit = words.data.decades.find(({ word }) => word === decade!.toLowerCase())!.value;
        return onCalendar(yearsOf(String(HUNDREDS[hundred!.toLowerCase()]! / 10 + digit)), 'explicit');
      },
    ),
  ];
}

/** The year that words spell; null where they spell none. */
function spelledYear(words: string, { data }: Words): string | null {
  const [hundred = '', ...rest] = words.toLowerCase().split(/ +/);
  if (hundred === 'two') {
    const count = rest.length > 1 ? countOf(rest.at(-1)!, data) : '0';
    return count !== null && Number(count) < 100 ? String(2000 + Number(count)) : null;
  }
  const tail = rest.join(' ');
  const since = HUNDREDS[hundred]!;
  if (tail === 'hundred') return String(since);
  const [, digit] = /^oh[- ](.*)/.exec(tail) ?? [];
  const count = Number(countOf(digit ?? tail, data) ?? Number.NaN);
  const isTail = digit ? count > 0 && count < 10 : count >= 10 && count < 100 && tail !== 'dozen';
  return isTail ? String(since + count) : null;
}
