import { type Day, dayFrom, stretchOf } from '../day.ts';
import { nearest } from '../nearest.ts';
import { countOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { type Groups, onCalendar, type Resolved, type Rule, type Setting, told } from '../setting.ts';
import type { Words } from '../words.ts';
import { ENDS } from './weekdays.ts';

/** Words after which "noon" and "dawn" are the hour, not what comes then. */
const BEFORE_HOURS = new Set([
  'at',
  'by',
  'before',
  'after',
  'until',
  'till',
  'to',
  'from',
  'since',
  'around',
  'about',
  'near',
  'past',
  'and',
  'or',
  'between',
]);

/** Hours of the day, alone or with their day: "9 a.m.", "noon Saturday", "5 p.m. EST on Nov. 9". */
export function clock(words: Words, weekdays: readonly Rule[]): Rule[] {
  const rule = ruleMaker(words);
  const plain =
    '(?:(?:1[0-2]|0?\\d)(?:[:.][0-5]\\d)? ?(?:[ap]\\.m\\.|[ap]m)|(?:[01]?\\d|2[0-3]):[0-5]\\d(?!\\d)|{=hour}(?! of\\b))';
  const time =
    '(?:(?<h>1[0-2]|0?\\d)(?:[:.](?<m>[0-5]\\d))? ?(?<half>[ap]\\.m\\.|[ap]m)|(?<h24>[01]?\\d|2[0-3]):(?<m24>[0-5]\\d)(?!\\d)(?: hours)?|(?<h4>[01]\\d|2[0-3])(?<m4>[0-5]\\d)(?= (?:GMT|UTC|hours))|{hour}(?! of\\b))';
  const zones = '(?:hours|(?!(?:this|that|each|every|all|some|one|the) )\\p{L}+ time|GMT|UTC|[ECMP][SD]?T|CET|EST|EDT)';
  const elsewhere = '(?: \\([\\d:.]{4,5} ?(?:[ap]\\.m\\. ?)?(?:GMT|UTC|[ECMP][SD]?T)\\))?';
  const zone = `${elsewhere}(?: (?:${zones}|\\(${zones}\\)))?${elsewhere}`;
  const plainDay = weekdays.find(({ name }) => name === 'weekday')!;
  const dayNamed = (named: string, setting: Setting) => {
    plainDay.form.lastIndex = 0;
    const match = plainDay.form.exec(named);
    return match && plainDay.resolve(match.groups ?? {}, setting);
  };
  return [
    // "from [9 a.m.] to 5 p.m. Monday": of the day that its end is of.
    rule(
      'clock-weekday',
      `${time}${zone}(?= (?:to|until|till|and|through) ${plain}${zone},?(?: on)? (?<rest>{=weekday}))`,
      (groups, setting) => {
        const day = dayNamed(groups.rest!, setting);
        return day?.earliest ? atHour(onCalendar(day), groups, words) : null;
      },
    ),
    rule('clock-weekday', `${time}${zone},?(?: on| this)? (?<rest>{=weekday})(?: {part})?`, (groups, setting) => {
      const day = dayNamed(groups.rest!, setting);
      if (!day?.earliest) return null;
      // "from 9 a.m. to [5 p.m. Monday]": not a week later.
      const { near, previous } = setting;
      const isOfStart = ENDS.test(previous) && near?.day.plus({ days: 7 }).toISODate() === day.earliest;
      return atHour(onCalendar(isOfStart ? stretchOf(near!.day, 'day') : day), groups, words);
    }),
    rule('clock-date', `${time}${zone},?(?: on)? (?:{=weekday},? )?{month} {date}(?:,? {year})?`, (groups, setting) => {
      const month = words.months.get(groups.month!.toLowerCase())!;
      const date = Number.parseInt(groups.date!, 10);
      const day = groups.year
        ? dayFrom(Number(groups.year), month, date)
        : setting.today && nearest(setting.today, month, date, setting.tense, 'day');
      return day && atHour(onCalendar(stretchOf(day, 'day')), groups, words);
    }),
    rule(
      'clock-near-day',
      `${time}${zone},? (?:{near}(?: {part})?|(?<tonight>tonight)|(?<which>this|last) (?<partof>{=part}))`,
      (groups, { today }) => {
        const near = groups.near?.toLowerCase();
        const isBack = groups.which?.toLowerCase() === 'last';
        const shift = words.data.days.find(({ word }) => word === near)?.shift ?? (isBack ? -1 : 0);
        return today && atHour(onCalendar(stretchOf(today.plus({ days: shift }) as Day, 'day')), groups, words);
      },
    ),
    rule('clock', `${time}${zone}`, (groups, setting) => {
      // "Dawn broke over the bay", "at high noon"
      if (groups.hour && !/night/i.test(groups.hour) && !BEFORE_HOURS.has(setting.previous)) return null;
      const day = ofDay(setting);
      return day && atHour(day, groups, words);
    }),
    rule(
      'hour-of-part',
      "(?<said>\\d{1,2}|{=number})(?::(?<m>[0-5]\\d))? (?:o[’']clock (?:in the|this|at)|in the) {part}",
      ({ said, m, part }, setting) => {
        const count = Number(countOf(said!, words.data));
        const day = ofDay(setting);
        if (!day || !Number.isInteger(count) || count < 1 || count > 12) return null;
        const isSmall = /night/i.test(part!) && (count < 6 || count === 12);
        const half = isSmall || /morning/i.test(part!) ? 'a' : 'p';
        return atHour(day, { h: String(count), m, half }, words);
      },
    ),
  ];
}

/**
 * The day of an hour: the one just named in the same sentence or the one before, else today. A day ahead is left again where
 * the clause tells of what is over: "It is in force until Friday. He came at 5 p.m."
 */
function ofDay({ near, lately, today, tense }: Setting): Resolved | null {
  const isStillAt = lately && today && (lately.day <= today || tense === 'future');
  const from = near ?? (isStillAt ? lately : null);
  if (from) return told(stretchOf(from.day, 'day'), from);
  return today && onCalendar(stretchOf(today, 'day'), 'publication');
}

function atHour(day: Resolved, groups: Groups, { data, parts }: Words): Resolved {
  const { h, m, half, m24, h4, m4, hour } = groups;
  const part = parts.get((groups.part ?? groups.partof ?? (groups.tonight && 'night'))?.toLowerCase() ?? '');
  const h24 = groups.h24 && inPart(groups.h24, part);
  const named = hour && data.hours.find(({ word }) => word === hour.toLowerCase())!.value;
  const twelve = String((Number(h) % 12) + (/^p/i.test(half ?? '') ? 12 : 0)).padStart(2, '0');
  const said = named ?? (h24 ? `T${h24.padStart(2, '0')}:${m24}` : h4 ? `T${h4}:${m4}` : `T${twelve}:${m ?? '00'}`);
  return { ...day, value: `${day.value}${said}`, type: 'TIME' };
}

/** "6:30 yesterday evening" is 18:30; "2:30 last night" is of the small hours. */
function inPart(hour: string, part: string | undefined): string {
  const count = Number(hour);
  const isLate = part === 'EV' || (part === 'AF' && count < 12) || (part === 'NI' && count >= 6);
  return isLate && count > 0 && count < 12 ? String(count + 12) : hour;
}
