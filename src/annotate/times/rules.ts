import { type Day, dayFrom, nowhere, seasonOf, stretchOf, type Unit, yearsOf } from './day.ts';
import { countOf } from './numbers.ts';
import { duration, onCalendar, type Resolved, type Setting, vague } from './setting.ts';

/** A way to write times: the words as a regular expression with named groups, and what they come to. */
export interface Rule {
  readonly name: string;
  /** Sticky, without regard to case; matched at the start of a word. */
  readonly form: RegExp;
  resolve(groups: Readonly<Record<string, string>>, setting: Setting): Resolved | null;
}

const MONTH =
  '(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![\\w])';
const WEEKDAY =
  '(?<weekday>Mon(?:day|\\.)|Tue(?:sday|s?\\.)|Wed(?:nesday|\\.)|Thu(?:rsday|rs?\\.)|Fri(?:day|\\.)|Sat(?:urday|\\.)|Sun(?:day|\\.))(?!\\w)';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:])';
const YEAR = '(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d)';
const PART = '(?<part>morning|afternoon|evening|night)';
const UNIT = '(?<unit>second|minute|hour|day|week|weekend|month|quarter|year|decade|century|centurie)';
const SEASON = '(?<season>spring|summer|autumn|fall|winter)';
const COUNT =
  '(?<count>\\d+(?:\\.\\d+)?|a couple of|couple of|a few|few|a number of|half an?|several|many|some|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)';
const RANGE = '(?:(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:to|or) )?';
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const PARTS: Readonly<Record<string, string>> = { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' };
const SEASONS: Readonly<Record<string, string>> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
};
const LETTERS: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  centurie: 'CE',
};
const BACK = /^(?:last|past|previous|prior|preceding)$/i;

const form = (source: string) => new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'iuy');

/** All rules; where several match at a word, the longest match is taken, of equally long ones the first. */
export const RULES: readonly Rule[] = [
  {
    name: 'iso-date',
    form: form('(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)'),
    resolve: ({ year, month, day }) => dayStretch(dayFrom(Number(year), Number(month), Number(day))),
  },
  {
    name: 'slash-date',
    form: form('(?<month>[01]?\\d)/(?<day>[0-3]?\\d)/(?<year>(?:19|20)?\\d\\d)'),
    resolve: ({ year, month, day }) =>
      dayStretch(
        dayFrom(
          Number(year!.length === 2 ? `${Number(year) > 40 ? '19' : '20'}${year}` : year),
          Number(month),
          Number(day),
        ),
      ),
  },
  {
    name: 'month-day',
    form: form(`(?:${WEEKDAY},? )?(?:the (?:night|morning|evening|afternoon) of )?${MONTH} ${DAY}(?:,? ${YEAR})?`),
    resolve: (groups, setting) => monthDay(groups, setting),
  },
  {
    name: 'day-month',
    form: form(`(?:${WEEKDAY},? )?(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`),
    resolve: (groups, setting) => monthDay(groups, setting),
  },
  {
    name: 'month-year',
    form: form(`(?:(?:early|mid|late)[- ])?${MONTH}(?:,? (?:of )?${YEAR})`),
    resolve: ({ month, year }, setting) => {
      const day = dayFrom(Number(year), monthOf(month!, setting), 1);
      return day && onCalendar(stretchOf(day, 'month'), 'explicit');
    },
  },
  {
    name: 'month',
    form: form(`(?:(?:early|mid|late)[- ])?(?:(?<which>last|next|this) )?${MONTH}`),
    resolve: ({ month, which }, setting) => {
      // "may" and "march" are words of their own.
      if (!/^\p{Lu}/u.test(month!)) return null;
      const number = monthOf(month!, setting);
      if (!setting.today) return onCalendar(nowhere(`XXXX-${String(number).padStart(2, '0')}`));
      const day = nearest(setting.today, number, 1, which ? !/last/i.test(which) : setting.isFuture, 'month');
      return day && onCalendar(stretchOf(day, 'month'));
    },
  },
  {
    name: 'weekday',
    form: form(`(?:(?<which>last|next|this|this past|this coming) )?${WEEKDAY}(?: ${PART})?`),
    resolve: ({ weekday: said, which, part }, setting) => weekday(said!, which ?? '', part, setting),
  },
  {
    name: 'weeks-ago-weekday',
    form: form(`${COUNT} weeks? ago (?:on )?${WEEKDAY}`),
    resolve: ({ count, weekday: said }, setting) => {
      const weeks = Number(countOf(count!));
      if (!setting.today || !Number.isFinite(weeks)) return null;
      const day = setting.today
        .minus({ weeks })
        .startOf('week')
        .plus({ days: setting.weekdays.get(said!.toLowerCase())! - 1 });
      return onCalendar(stretchOf(day as Day, 'day'));
    },
  },
  {
    name: 'near-day',
    form: form(`(?<which>today|yesterday|tomorrow)(?: ${PART})?`),
    resolve: ({ which, part }, { today }) => {
      if (!today) return vague('PRESENT_REF');
      const shift = { today: 0, yesterday: -1, tomorrow: 1 }[which!.toLowerCase()]!;
      return partOf(today.plus({ days: shift }) as Day, part);
    },
  },
  {
    name: 'part-of-day',
    form: form(`(?<which>this|last|yesterday) ${PART}|(?<tonight>tonight)|(?<overnight>overnight)`),
    resolve: ({ which = '', part = 'night' }, { today }) =>
      today &&
      partOf(
        today.minus({ days: which.toLowerCase() === 'last' || which.toLowerCase() === 'yesterday' ? 1 : 0 }) as Day,
        part,
      ),
  },
  {
    name: 'this-unit',
    form: form(
      `(?:the )?(?<which>this|last|next|past|previous|coming|following|preceding) (?<unit>day|week|month|quarter|year)`,
    ),
    resolve: ({ which, unit }, setting) => {
      const said = which!.toLowerCase();
      const isNarrative = /^(?:following|previous|preceding)$/.test(said) || (said === 'next' && unit === 'day');
      const from = isNarrative ? (setting.narrative?.day ?? setting.today) : setting.today;
      if (!from) return null;
      const found = shifted(from, unit!.toLowerCase() as Unit, said === 'this' ? 0 : BACK.test(said) ? -1 : 1);
      return isNarrative && setting.narrative ? { ...found, basis: 'narrative', anchor: setting.narrative.at } : found;
    },
  },
  {
    name: 'the-same-day',
    form: form('(?:the same|that) (?<unit>day|week|month|year)'),
    resolve: ({ unit }, { narrative }) =>
      narrative && { ...shifted(narrative.day, unit as Unit, 0), basis: 'narrative' as const, anchor: narrative.at },
  },
  {
    name: 'weekend',
    form: form('(?:(?<which>this|last|next|past|the) )?weekend'),
    resolve: ({ which = '' }, { today, isFuture }) => {
      if (!today) return null;
      // On a working day the weekend that somebody tells of is the last one.
      const isOver = !isFuture && !/this|next/i.test(which) && today.weekday < 6;
      const shift = isOver || /last|past/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0;
      const monday = today.plus({ weeks: shift }).startOf('week');
      const [saturday, sunday] = [5, 6].map((days) => monday.plus({ days }).toFormat('yyyy-MM-dd')) as [string, string];
      return onCalendar({
        value: `${monday.toFormat("kkkk-'W'WW")}-WE`,
        edtf: `${saturday}/${sunday}`,
        earliest: saturday,
        latest: sunday,
      });
    },
  },
  {
    name: 'the-last-decade',
    form: form('(?:the )?(?:past|last) (?<unit>decade|century)'),
    resolve: ({ unit }) => duration(/decade/i.test(unit!) ? 'P10Y' : 'P100Y'),
  },
  {
    name: 'the-last-count',
    form: form(`(?:the )?(?:past|last|next|coming|previous|first) ${RANGE}${COUNT} ${UNIT}s?`),
    resolve: ({ count, unit }) => lasting(count!, unit!),
  },
  {
    name: 'year-before-quarter',
    form: form('a year (?:ago|earlier)|(?:the )?year-(?:ago|earlier)(?: (?:quarter|period))?'),
    resolve: (_, { quarter, today }) => {
      const day = quarter ?? today;
      return day && shifted(day, quarter ? 'quarter' : 'year', quarter ? -4 : -1);
    },
  },
  {
    name: 'the-quarter',
    form: form('the (?:(?:latest|current|recent) )?quarter'),
    resolve: (_, { quarter, today }) => {
      const day = quarter ?? today;
      // Reports are of the quarter that is over.
      return day && shifted(day, 'quarter', quarter ? 0 : -1);
    },
  },
  {
    name: 'ago',
    form: form(`${COUNT} ${UNIT}s? (?<way>ago|earlier|before|later|from now)`),
    resolve: ({ count, unit, way }, setting) => {
      const said = countOf(count!);
      const kind = unit!.toLowerCase();
      const isNarrative = /^(?:earlier|before|later)$/i.test(way!);
      const from = isNarrative ? (setting.narrative?.day ?? setting.today) : setting.today;
      const isBack = /^(?:ago|earlier|before)$/i.test(way!);
      if (said === null) return null;
      if (said === 'X' || !from || !/^(?:day|week|month|quarter|year|decade)$/.test(kind))
        return vague(isBack ? 'PAST_REF' : 'FUTURE_REF');
      const size = kind === 'decade' ? 10 : 1;
      const step = (kind === 'decade' ? 'year' : kind) as Unit;
      const found = shifted(from, step, (isBack ? -1 : 1) * size * Math.round(Number(said)));
      return isNarrative && setting.narrative ? { ...found, basis: 'narrative', anchor: setting.narrative.at } : found;
    },
  },
  {
    name: 'duration',
    form: form(
      `(?:the )?${RANGE}${COUNT}[- ](?:or more |more |consecutive |straight |full |long )?${UNIT}s?(?!-(?:year-)?olds?| olds?\\b)`,
    ),
    resolve: ({ count, unit }) =>
      /^(?:second)$/i.test(unit!) && /^an?$/i.test(count!) ? null : lasting(count!, unit!),
  },
  {
    name: 'plural-units',
    form: form(
      '(?:(?<vague>recent|past|previous|coming) )?(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)',
    ),
    resolve: ({ vague: how, unit }) =>
      how
        ? vague(/coming/i.test(how) ? 'FUTURE_REF' : 'PAST_REF')
        : lasting('', unit!.replace(/s$/, '').replace('centurie', 'century')),
  },
  {
    name: 'quarter',
    form: form(
      `(?:the (?:fiscal )?(?=\\w+ ))?(?<which>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter(?:(?: of)? (?:fiscal )?${YEAR})?`,
    ),
    resolve: ({ which, year }, { today, isFuture }) => {
      const quarter = ORDINALS[which!.toLowerCase()]!;
      if (year) return onCalendar(stretchOf(dayFrom(Number(year), quarter * 3, 1)!, 'quarter'), 'explicit');
      const day = today && nearest(today, quarter * 3, 1, isFuture, 'quarter');
      return day ? onCalendar(stretchOf(day, 'quarter')) : null;
    },
  },
  {
    name: 'clock-weekday',
    form: form(
      `(?<hour>[01]?\\d)(?:[:.](?<minute>[0-5]\\d))? ?(?<half>[ap]\\.?m\\.?)(?: \\(?[A-Z]{3,4}\\)?)?,? (?:on )?${WEEKDAY}`,
    ),
    resolve: ({ weekday: said, hour, minute, half }, setting) => {
      const day = weekday(said!, '', undefined, setting);
      if (!day?.earliest) return day;
      const clock = `${String((Number(hour) % 12) + (/^p/i.test(half!) ? 12 : 0)).padStart(2, '0')}:${minute ?? '00'}`;
      return { ...day, value: `${day.value}T${clock}`, type: 'TIME' };
    },
  },
  {
    name: 'season',
    form: form(`(?:(?:early|mid|late)[- ])?(?:(?<which>this|last|next|the) )?${SEASON}(?:(?: of)? ${YEAR})?`),
    resolve: ({ season, year, which = '' }, { today, isFuture }) => {
      const code = SEASONS[season!.toLowerCase()]!;
      if (year) return onCalendar(seasonOf(Number(year), code), 'explicit');
      // "fall" and "spring" without more are mostly verbs.
      if (!today || (which === '' && /^(?:fall|spring)$/i.test(season!))) return null;
      const now = stretchOf(today, 'day').earliest!;
      const own = seasonOf(today.year, code);
      const shift =
        /last/i.test(which) || (!isFuture && own.earliest! > now)
          ? own.latest! < now
            ? 0
            : -1
          : /next/i.test(which) || (isFuture && own.latest! < now)
            ? 1
            : 0;
      return onCalendar(seasonOf(today.year + shift, code));
    },
  },
  {
    name: 'fiscal-year',
    form: form(`fiscal(?: year)? ${YEAR}`),
    resolve: ({ year }) => onCalendar(stretchOf(dayFrom(Number(year), 1, 1)!, 'year'), 'explicit'),
  },
  {
    name: 'decade',
    form: form("(?:(?:the )?(?:early|mid|late)[- ]|the )?(?<years>(?:1[5-9]|20)\\d)0['’]?s"),
    resolve: ({ years }) => onCalendar(yearsOf(years!), 'explicit'),
  },
  {
    name: 'short-decade',
    form: form("(?:the )(?:(?:early|mid|late)[- ])?['’]?(?<years>[2-9])0s"),
    resolve: ({ years }) => onCalendar(yearsOf(`19${years}`), 'explicit'),
  },
  {
    name: 'year',
    form: form(`(?:(?:early|mid|late)[- ])?${YEAR}`),
    resolve: ({ year }) => onCalendar(stretchOf(dayFrom(Number(year), 1, 1)!, 'year'), 'explicit'),
  },
  {
    name: 'set',
    form: form(
      `(?:every|each) (?:(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|${COUNT} (?<units>day|week|month|year)s|(?<unit>day|night|week|month|quarter|year))|(?<adverb>daily|weekly|monthly|annually|yearly)`,
    ),
    resolve: ({ weekday: said, count, units, unit, adverb }, { weekdays }) => {
      if (said) return set(`XXXX-WXX-${weekdays.get(said.toLowerCase())}`);
      if (units) return set(`P${countOf(count!)}${LETTERS[units.toLowerCase()]}`);
      const of = {
        daily: 'day',
        weekly: 'week',
        monthly: 'month',
        annually: 'year',
        yearly: 'year',
      }[adverb?.toLowerCase() ?? ''];
      const kind = of ?? unit!.toLowerCase();
      return set(kind === 'night' ? 'TNI' : `P1${LETTERS[kind]}`);
    },
  },
  {
    name: 'clock',
    form: form(
      '(?<hour>[01]?\\d|2[0-3])(?:[:.](?<minute>[0-5]\\d))? ?(?<half>[ap]\\.?m\\.?)|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)|(?<word>noon|midnight|dawn|dusk)',
    ),
    resolve: ({ hour, minute, half, hour24, minute24, word }, { today, narrative }) => {
      const day = narrative?.day ?? today;
      if (!day) return null;
      const at =
        hour24 ??
        (word
          ? { noon: '12', midnight: '24' }[word.toLowerCase()]
          : String((Number(hour) % 12) + (/^p/i.test(half!) ? 12 : 0)));
      const { value, ...rest } = stretchOf(day, 'day');
      const clock =
        at === undefined ? (/dawn/i.test(word!) ? 'MO' : 'EV') : `${at.padStart(2, '0')}:${minute24 ?? minute ?? '00'}`;
      return {
        ...rest,
        value: `${value}T${clock}`,
        type: 'TIME',
        basis: narrative ? 'narrative' : 'publication',
        ...(narrative && { anchor: narrative.at }),
      };
    },
  },
  {
    name: 'present',
    form: form('now|current|currently|at present|at the moment|nowadays|these days|presently'),
    resolve: () => vague('PRESENT_REF'),
  },
  {
    name: 'past',
    form: form('recently|lately|recent|the past'),
    resolve: (_, __) => vague('PAST_REF'),
  },
  { name: 'future', form: form('(?:the )?(?:near |foreseeable )?future'), resolve: () => vague('FUTURE_REF') },
];

function dayStretch(day: Day | null): Resolved | null {
  return day && onCalendar(stretchOf(day, 'day'), 'explicit');
}

function monthOf(written: string, { months }: Setting): number {
  return (
    months.get(written.toLowerCase()) ??
    months.get(`${written.toLowerCase()}.`) ??
    months.get(written.toLowerCase().replace('.', ''))!
  );
}

function monthDay({ month, day, year }: Readonly<Record<string, string>>, setting: Setting): Resolved | null {
  const number = monthOf(month!, setting);
  if (year) return dayStretch(dayFrom(Number(year), number, Number(day)));
  if (!setting.today) {
    const value = `XXXX-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
    return onCalendar(nowhere(value));
  }
  const found = nearest(setting.today, number, Number(day), setting.isFuture, 'day');
  return found && onCalendar(stretchOf(found, 'day'));
}

/** The last such day up to today, or the next one from today: "Jan. 5" in a story of Jan. 10 is this year's. */
function nearest(today: Day, month: number, day: number, isFuture: boolean, unit: Unit): Day | null {
  const own = dayFrom(today.year, month, day);
  if (!own) return dayFrom(today.year - 1, month, day);
  const [here, there] = [today.startOf(unit).toMillis(), own.startOf(unit).toMillis()];
  if (isFuture && there < here) return dayFrom(today.year + 1, month, day);
  // What is said without tense of a day a little ahead is still this year's.
  const isFar = there - here > 60 * 86_400_000;
  return !isFuture && there > here && isFar ? dayFrom(today.year - 1, month, day) : own;
}

function weekday(
  said: string,
  which: string,
  part: string | undefined,
  { today, isFuture, weekdays }: Setting,
): Resolved | null {
  const number = weekdays.get(said.toLowerCase()) ?? weekdays.get(said.toLowerCase().replace('.', ''))!;
  if (!today) return onCalendar(nowhere(`XXXX-WXX-${number}`));
  const ahead = (number - today.weekday + 7) % 7;
  const how = which.toLowerCase();
  const isNext = how === 'next' || how === 'this coming' || (how !== 'last' && how !== 'this past' && isFuture);
  const back = (7 - ahead) % 7;
  const shift = isNext ? (ahead === 0 && how === 'next' ? 7 : ahead) : back === 0 && how === 'last' ? -7 : -back;
  return partOf(today.plus({ days: shift }) as Day, part);
}

function partOf(day: Day, part: string | undefined): Resolved {
  const found = stretchOf(day, 'day');
  if (!part) return onCalendar(found);
  return { ...found, value: `${found.value}T${PARTS[part.toLowerCase()]}`, type: 'TIME', basis: 'relative' };
}

function shifted(day: Day, unit: Unit, by: number): Resolved {
  return onCalendar(stretchOf(day.plus({ [unit]: by }) as Day, unit));
}

function lasting(count: string, unit: string): Resolved | null {
  const said = countOf(count.replace(/^half an?$/i, 'half a'));
  if (said === null) return null;
  const kind = unit.toLowerCase();
  const letter = LETTERS[kind]!;
  return duration(/^(?:second|minute|hour)$/.test(kind) ? `PT${said}${letter}` : `P${said}${letter}`);
}

function set(value: string): Resolved {
  return { ...nowhere(value), type: 'SET', basis: 'explicit' };
}
