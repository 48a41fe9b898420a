import type { TimeShift, TimeUnit } from '../../../vocabulary/records.ts';
import { baseOf, CALENDAR } from '../base-of.ts';
import { counted } from '../counted.ts';
import { type Day, dayFrom, type Stretch, seasonOf, someDayOf, stretchOf, type Unit, yearsOf } from '../day.ts';
import { ruleMaker } from '../rule-maker.ts';
import { onCalendar, type Resolved, type Rule, type Setting, told } from '../setting.ts';
import type { Words } from '../words.ts';
import { fullYear, isName } from './absolute.ts';

/** Prepositions after which "the week" and "the year" are stretches of the calendar. */
/** Days in which "the month" that a story is about may have begun. */
const LATELY = 100;
const YEARS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const OWNERS = /^(?:his|her|its|their|my|our|your|whose)$/;
/** Prepositions after which "the next year" is the one to come. */
const AHEAD = new Set(['in', 'within', 'over', 'during', 'for']);
const WITHIN = new Set(['in', 'of', 'for', 'during', 'throughout', 'through', 'within', 'over']);

/** Times that are counted from another: "last week", "two years ago", "three days later", "that month". */
export function relative(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const unitOf = (said: string) => words.units.get(said.toLowerCase())!;
  const edge = '(?:{=edge}[- ](?:in )?|the {=edgenoun} of )?';
  return [
    rule(
      'shifted-unit',
      `${edge}(?<the>the )?{shift} {unit}(?: or so)?(?! of\\b)`,
      ({ the, shift: which, unit: said }, setting) => {
        // "the last day of the talks", "her last year": of something else's; "This Week" is a name.
        if (
          isPlural(said!) ||
          (setting.previous !== '' && isName(which!) && isName(said!)) ||
          OWNERS.test(setting.previous)
        )
          return null;
        const unit = unitOf(said!);
        const shift = words.shifts.get(which!.toLowerCase().replace(/ +/g, ' '))!;
        // "The next day" follows the day of the story, as "the next year" does in what is told of the past.
        const isOver = the && setting.tense === 'past' && !AHEAD.has(setting.previous);
        const isNext = shift.shift === 1 && (unit === 'day' || isOver);
        const isOfStory = shift.from === 'narrative' || isNext;
        return shifted(unit, isOfStory ? { ...shift, from: 'narrative' } : shift, 1, setting);
      },
    ),
    rule('unit-before-last', 'the {unit} (?<way>before last|after next)', ({ unit, way }, setting) =>
      isPlural(unit!)
        ? null
        : counted(
            '2',
            unitOf(unit!),
            { word: '', shift: /last/i.test(way!) ? -1 : 1, from: 'publication' },
            setting,
            words,
          ),
    ),
    rule('that-unit', `${edge}(?:the same|that(?: same)?|the very same) {unit}`, ({ unit }, setting) => {
      const { monthSince } = setting;
      // "were freed last October. That day …": of which day is not told.
      if (monthSince && /^day$/i.test(unit!)) return told(someDayOf(monthSince.day), monthSince);
      // Of a day that nobody told "that day" says nothing; least of all is it today.
      const isTold = /^(?:day|night)$/i.test(unit!) ? setting.narrative : setting.era;
      if (isPlural(unit!) || !isTold) return null;
      return shifted(unitOf(unit!), { word: '', shift: 0, from: 'narrative' }, 1, setting);
    }),
    // "The loan ends on May 4. Until [then] …"
    rule('then', 'then', (_, { previous, lately }) =>
      lately && /^(?:until|till|by|before)$/.test(previous) ? told(stretchOf(lately.day, 'day'), lately) : null,
    ),
    rule(
      'the-unit',
      `(?<edge>{=edge} (?:in |on )?|the {=edgenoun} of )?the (?:(?<full>full|whole|entire) )?{unit}(?!-)(?:(?=(?<whose>[’']s\\b))|)`,
      ({ edge: part, full, unit: said, whose }, setting) => {
        const unit = unitOf(said!);
        if (
          isPlural(said!) ||
          isName(said!) ||
          !(part || full || whose || WITHIN.has(setting.previous)) ||
          !/^(?:week|month|year|day|decade)$/.test(unit)
        )
          return null;
        if ((unit === 'day' || unit === 'decade') && !part) return null;
        // "Orders rose in August. For [the month], …"
        const isTold = unit === 'month' && !part && isLately(setting);
        const isEnd = unit === 'year' && /end|close/i.test(part ?? '') && setting.tense === 'past';
        const isOver = part ? isEnd && setting.today?.quarter === 1 : isJustOver(unit, setting);
        const shift = !isTold && isOver ? -1 : 0;
        // "will land on Tuesday morning and leave later in [the day]"
        const isOfStory = isTold || (unit === 'day' && setting.lately);
        return shifted(unit, { word: '', shift, from: isOfStory ? 'narrative' : 'publication' }, 1, setting);
      },
    ),
    rule(
      'same-unit',
      'the same (?<unit>day|week|month),? (?:of )?(?:last year|a year (?:ago|earlier|before)|the (?:previous|prior|preceding) year)',
      ({ unit }, { era, today }) => {
        const day = (era?.day ?? today)?.minus({ years: 1 }) as Day | undefined;
        return day ? onCalendar(stretchOf(day, unit!.toLowerCase() as Unit)) : null;
      },
    ),
    rule(
      'season',
      `${edge}(?:(?<which>this past|this coming|this|last|next|that|the same|the previous|the following|the) (?:(?:early|late|mid)[- ])?)?{season}(?:(?: of)? (?:{year}(?:[-–/]\\d\\d)?|{short})| of (?<whose>last|this|next) year)?(?!(?<=fall) of\\b)`,
      ({ season: said, year: full, short, whose, which = '' }, { today, tense, era, previous }) => {
        const { code, names } = words.seasons.get(said!.toLowerCase())!;
        const year = full ?? (short && fullYear(short, today));
        if (year) return onCalendar(seasonOf(Number(year), code), 'explicit');
        if (whose) return today && onCalendar(seasonOf(today.year + YEARS[whose.toLowerCase()]!, code));
        // "fall" and "spring" without more are mostly verbs; "the fall of a wall" is none.
        if (!today || (which === '' && !names && !/^(?:in|since|by|until|till|every)$/.test(previous))) return null;
        if (/that|same|previous|following/i.test(which)) {
          const by = /previous/i.test(which) ? -1 : /following/i.test(which) ? 1 : 0;
          return era && told(seasonOf(era.day.year + by, code), era);
        }
        const own = seasonOf(today.year, code);
        const now = stretchOf(today, 'day').earliest!;
        const isBack = /last|past/i.test(which) || (!/next|coming|this/i.test(which) && tense !== 'future');
        // In January the winter that began in December is on.
        if (code === 'WI' && today.month <= 3 && !isBack && !/next|coming/i.test(which) && tense !== 'future')
          return onCalendar(seasonOf(today.year - 1, code));
        const isOn = /next|coming/i.test(which) || (tense === 'future' && !isBack);
        const years = isBack && own.earliest! > now ? -1 : isOn && own.latest! < now ? 1 : 0;
        const isRunning = /last/i.test(which) && own.earliest! <= now && now <= own.latest!;
        return onCalendar(seasonOf(today.year + (isRunning ? -1 : years), code));
      },
    ),
    rule(
      'this-century',
      `(?:the (?:first|second|last|latter) half of )?${edge}(?:the )?(?<which>this|the|last|next) century(?!-)`,
      ({ which }, { today, previous }) => {
        const by = { last: -1, next: 1 }[which!.toLowerCase()] ?? 0;
        return today && !/^(?:a|half)$/.test(previous)
          ? onCalendar(yearsOf(String(Math.floor(today.year / 100) + by)))
          : null;
      },
    ),
    rule(
      'year-end',
      "(?:the )?year[- ]end(?: {year})?|(?:the )?year[’']s[- ]end|(?:the )?end of the year",
      ({ year }, { today, previous, tense }) => {
        // In the first months of a year its end is not told of as past.
        const isOver = previous === 'since' || (tense === 'past' && today && today.quarter === 1);
        const own = today ? today.year - (isOver ? 1 : 0) : null;
        const day = year || own ? dayFrom(Number(year ?? own), 12, 31) : null;
        return day && onCalendar(stretchOf(day, 'day'));
      },
    ),
  ];
}

/** In the first days of a week, month or year "for the week" is of the one just over. */
function isJustOver(unit: TimeUnit['unit'], { today, tense, previous }: Setting): boolean {
  if (!today || tense === 'future' || !/^(?:for|in|during)$/.test(previous)) return false;
  if (unit === 'week') return today.weekday === 1;
  return unit === 'month' && today.day <= 5;
}

/** Whether what the story named last began in the months before today. */
function isLately({ today, era }: Setting): boolean {
  const days = today && era ? today.diff(era.day, 'days').days : 0;
  return days > 0 && days <= LATELY;
}

function isPlural(unit: string): boolean {
  return unit.toLowerCase().endsWith('s');
}

/** A unit of the calendar so many units away. */
function shifted(unit: TimeUnit['unit'], { shift, from }: TimeShift, size: number, setting: Setting): Resolved | null {
  const base = baseOf(unit, from, setting);
  if (!base) return null;
  const by = shift * size;
  const give = (stretch: Stretch) => (base.told ? told(stretch, base.told) : onCalendar(stretch));
  if (CALENDAR.has(unit)) return give(stretchOf(base.day.plus({ [unit]: by }) as Day, unit as Unit));
  switch (unit) {
    case 'night': {
      const found = stretchOf(base.day.plus({ days: by }) as Day, 'day');
      return { ...give({ ...found, value: `${found.value}TNI` }), type: 'TIME' };
    }
    // "The past decade" is ten years, not those from one round number to the next.
    case 'decade':
      return shift === -1 || shift === 1 ? null : give(yearsOf(String(Math.floor(base.day.year / 10) + by)));
    case 'century':
      return give(yearsOf(String(Math.floor(base.day.year / 100) + by)));
    default:
      return null;
  }
}
