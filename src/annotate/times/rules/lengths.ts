import type { TimeUnit } from '../../../vocabulary/records.ts';
import { between, type Day } from '../day.ts';
import { lengthOf } from '../length-of.ts';
import { countOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { duration, type Resolved, type Rule, vague } from '../setting.ts';
import type { Words } from '../words.ts';

/** Words before a length without a number: "for years". */
const LASTING =
  /^(?:for|within|over|in|despite|after|took|takes|take|last|lasts|lasted|spent|spend|spending|wait|waited)$/;
/** Words before "a day" that make it a rate: "$5 a day", "once a week". */
const RATES =
  /\d|^(?:million|billion|trillion|hundred|thousand|%|percent|cents?|dollars?|pounds?|euros?|share|barrels?|tons?|hours?|half|minutes?|days|nights|weeks|months|times)$/;
/** Units from the longest to the shortest, as a length of two tells them. */
const UNITS: readonly TimeUnit['unit'][] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
/** Prepositions and verbs after which "over two years" is how long it is. */
const OVER = new Set(['for', 'after', 'of', 'in', 'with', 'lasted', 'took', 'spent', 'takes', 'last', 'waited']);
/** Words after which "last" is what goes on. */
const VERB_NEXT = /^(?:to|will|would|can|could|may|might|must|should|shall|not|[’']ll|do|does|did)$/;
/** Neither an age ("a year old") nor what stands before a noun ("a year-earlier loss", "a year-long strike"). */
const OLD = '(?![- ](?:year-|month-|week-|day-)?(?:olds?|hours?|year)|-(?:ago|earlier|long|round|to))';

/** How long something lasts: "two days", "the past 20 years", "a three-year period", "decades". */
export function lengths(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const unitOf = (said: string) => words.units.get(said.toLowerCase())!;
  /** `from`: "[two] to three weeks" are no certain number of them. */
  const lasting = (count: string, unit: TimeUnit['unit'], from?: string): Resolved | null => {
    const said = from ? 'X' : countOf(count, words.data);
    return said === null ? null : duration(lengthOf(said, unit, words));
  };
  const range = '(?:(?<from>\\d+|{=number})(?:-? to |-? or |-to-|-)(?=\\d|[a-z]))?';
  return [
    // "The year ended in March" is no year of the calendar.
    rule(
      'length-ended',
      '(?:the {unit}|(?:the )?fiscal year)(?= (?:ended|ending|that ended)\\b)',
      ({ unit = 'year' }) => lasting('one', unitOf(unit)),
    ),
    rule('length-named', '(?:{unit}-|(?<joined>hour|day|night|week|month|year|decade|century))long', (groups) => {
      const unit = (groups.unit ?? groups.joined)!.toLowerCase();
      return unit.endsWith('s') ? lastingSome(unitOf(unit), words) : lasting('one', unitOf(unit));
    }),
    rule(
      'length-and-a-half',
      '(?:(?:the )?(?:past|last|next|first|coming) )?(?:{count} {unit} and a half|(?<whole>{=number}|\\d+)[- ]and[- ](?:a|one)[- ]half[- ](?<units>{=unit}))',
      (groups) => {
        const said = countOf((groups.count ?? groups.whole)!, words.data);
        return said && said !== 'X'
          ? duration(lengthOf(`${said}.5`, unitOf((groups.unit ?? groups.units)!), words))
          : null;
      },
    ),
    rule('length-and-a-half', '(?:the )?(?:past|last|next|coming) {unit} and a half', ({ unit }) =>
      duration(lengthOf('1.5', unitOf(unit!), words)),
    ),
    // "two years and four months", "two hours, 10 minutes and five seconds"
    rule(
      'length-in-two',
      '{count} {unit}(?: and |,? and |, )(?<more>\\d+|{=number}) (?<smaller>{=unit})',
      ({ count, unit, more, smaller }) => {
        const [whole, rest] = [countOf(count!, words.data), countOf(more!, words.data)];
        const at = [unitOf(unit!), unitOf(smaller!)].map((each) => UNITS.indexOf(each));
        if (!/^\d+$/.test(whole ?? '') || rest === null || at[0]! < 0 || at[1]! <= at[0]!) return null;
        const length = lengthOf(whole!, unitOf(unit!), words);
        const tail = lengthOf(rest, unitOf(smaller!), words);
        return duration(length + (length.startsWith('PT') ? tail.slice(2) : tail.slice(1)));
      },
    ),
    rule(
      'length',
      `(?:the (?:full |entire |whole )?|another |{=hedge} |(?:more|less|fewer) than )?${range}{count} (?:or more |more |consecutive |straight |full |entire |single |extra |additional |mere |long |short |trading |business |working |whole )?{unit}(?: or (?:so|two|more))?(?:['’]s? time)?(?:(?=(?<day> (?:(?:last|next|this) {=unit}|in {=month})))|)(?:(?=(?<share> of\\b))|)${OLD}`,
      ({ from, count, unit, day, share }, { previous, isRate }) => {
        // "one day last week"
        if (day && /^one$/i.test(count!)) return null;
        // "a quarter of the votes", "three quarters of them"
        if (/^quarter$/i.test(unit!) || (/^quarters$/i.test(unit!) && share)) return null;
        // "4,000 seconds"; "1988 second" is no length.
        if (/^an?$/i.test(count!) && (RATES.test(previous) || isRate)) return null;
        // "some day" may be any
        if (/^some$/i.test(count!) && !/s$/i.test(unit!)) return null;
        // "a second vote"
        if (/^an? second$/i.test(`${count} ${unit}`)) return null;
        if (/^(?:1[4-9]|20)\d\d$/.test(count!)) return null;
        // "the third in as many weeks"
        if (previous === 'as' && /^many$/i.test(count!)) return null;
        return lasting(count!, unitOf(unit!), from);
      },
    ),
    rule('length-before-noun', `${range}{count}-(?:or-more-)?{unit}(?:-long)?${OLD}`, ({ from, count, unit }) => {
      if (/^an?$/i.test(count!) || /^quarter/i.test(unit!) || /,|^\D* /.test(count!)) return null;
      return lasting(count!, unitOf(unit!), from);
    }),
    rule('length-of-period', `a {count}-{unit} (?:period|span|stretch)`, ({ count, unit }) =>
      lasting(count!, unitOf(unit!)),
    ),
    rule(
      'length-to-here',
      `(?<article>the |these )?(?:{=hedge} )?(?:the )?(?<side>past|last|latest|next|coming|previous|preceding|following|first|final|opening) ${range}{count} (?:consecutive |full |trading |business )?{unit}(?: or so)?`,
      ({ side, from, count, unit, article }, { today, previous }) => {
        const said = countOf(count!, words.data);
        if (said === null || /^an?$/i.test(count!)) return null;
        // "is expected to last three weeks"
        if (!article && side!.toLowerCase() === 'last' && VERB_NEXT.test(previous)) return null;
        return {
          ...lasting(count!, unitOf(unit!), from)!,
          ...span(today, side!, Number(said), unitOf(unit!)),
        };
      },
    ),
    // "within the next day or two"
    rule(
      'length-to-here',
      '(?:the )?(?<side>past|last|next|coming) {unit} or (?<more>two|three)',
      ({ side, unit, more }, { today }) => {
        const said = countOf(more!, words.data)!;
        return {
          ...duration(lengthOf(said, unitOf(unit!), words)),
          ...span(today, side!, Number(said), unitOf(unit!)),
        };
      },
    ),
    // "in past years" and "in previous months" are no length, as "the past years" are.
    rule('units-gone', '(?:past (?:years|decades|centuries)|(?:previous|prior|earlier) {unit})', ({ unit = 's' }) =>
      unit.toLowerCase().endsWith('s') ? vague('PAST_REF') : null,
    ),
    rule('units-gone', 'future {unit}', ({ unit }) => (unit!.toLowerCase().endsWith('s') ? vague('FUTURE_REF') : null)),
    rule('unit-to-here', '(?:the )?(?<side>past|last|next|coming) {unit}(?: or so)?', ({ side, unit }, { today }) => {
      const kind = unitOf(unit!);
      // "The last century" is one of the calendar.
      const many = { decade: 10, century: /past|coming/i.test(side!) ? 100 : 0 }[kind as string];
      if (many === 0) return null;
      if (many) return { ...duration(`P${many}Y`), ...span(today, side!, many, 'year') };
      // "the last weeks"
      if (unit!.toLowerCase().endsWith('s')) return lastingSome(kind, words);
      return kind === 'hour' || kind === 'minute' ? duration(lengthOf('1', kind, words)) : null;
    }),
    // "recent weeks and months" are no length; "the recent weeks" are as long as "recent weeks".
    rule(
      'units-of-late',
      '(?:the )?(?<side>recent|coming|past) {unit}(?<more> and {=unit})?',
      ({ side, unit, more }) => {
        if (!unit!.toLowerCase().endsWith('s')) return null;
        if (!more) return lastingSome(unitOf(unit!), words);
        return vague(/recent|past/i.test(side!) ? 'PAST_REF' : 'FUTURE_REF');
      },
    ),
    rule('all-unit', 'all (?:through the )?{unit}(?: long)?', ({ unit }) =>
      unit!.toLowerCase().endsWith('s') ? null : lasting('one', unitOf(unit!)),
    ),
    // "will last [another week]"; "on another day" is some other one.
    rule('length-more', 'another {unit}', ({ unit }, { previous }) =>
      !unit!.toLowerCase().endsWith('s') && LASTING.test(previous) ? lasting('one', unitOf(unit!)) : null,
    ),
    rule('length-over', 'over {count} {unit}', ({ count, unit }, { previous }) =>
      OVER.has(previous) ? lasting(count!, unitOf(unit!)) : null,
    ),
    rule('units-ahead', 'the {unit} (?:ahead|to come)', ({ unit }) =>
      unit!.toLowerCase().endsWith('s') ? lastingSome(unitOf(unit!), words) : lasting('one', unitOf(unit!)),
    ),
    rule('quarter-century', 'a quarter[- ](?:of a )?century(?! ago)', () => duration('P25Y')),
    // "in the [weeks] before the shooting", "just [days] after it"; not "a matter of days".
    rule('units-beside', '{unit}(?= (?:before|after)\\b)', ({ unit }, { previous }) =>
      unit!.toLowerCase().endsWith('s') && previous !== 'of' ? lastingSome(unitOf(unit!), words) : null,
    ),
    // "in [the first hours] of the war", "in [its early years]"
    rule(
      'units-at-the-edge',
      '(?:the )?(?:first|early|final|closing|opening) {unit}(?! of (?:the )?(?:{=weekday}|{=month}|{=part}))',
      ({ unit }) => (unit!.toLowerCase().endsWith('s') ? lastingSome(unitOf(unit!), words) : null),
    ),
    rule('units-over', 'the {unit}', ({ unit }, { previous }) =>
      unit!.toLowerCase().endsWith('s') && /^(?:over|through)$/.test(previous)
        ? lastingSome(unitOf(unit!), words)
        : null,
    ),
    rule('some-units', '{unit}(?: (?:or|and) {=unit})?', ({ unit }, { previous }) =>
      unit!.toLowerCase().endsWith('s') && LASTING.test(previous) ? lastingSome(unitOf(unit!), words) : null,
    ),
  ];
}

function lastingSome(unit: TimeUnit['unit'], words: Words): Resolved {
  return duration(lengthOf('X', unit, words));
}

/** The days that "the past two weeks" cover, up to today; none where they are not counted from today. */
function span(today: Day | null, side: string, count: number, unit: TimeUnit['unit']) {
  const isBack = /past|last|latest/i.test(side);
  if (!today || !Number.isFinite(count) || !(isBack || /next|coming/i.test(side)) || count > 1000) return {};
  const plain = unit === 'decade' ? { years: 10 * count } : unit === 'century' ? { years: 100 * count } : null;
  if (!plain && !/^(?:day|week|month|quarter|year)$/.test(unit)) return {};
  const length = plain ?? { [unit]: Math.ceil(count) };
  const other = (isBack ? today.minus(length) : today.plus(length)) as Day;
  if (other.year < 1 || other.year > 9999) return {};
  const { edtf, earliest, latest } = isBack ? between(other, today) : between(today, other);
  return { edtf, earliest, latest, basis: 'relative' as const };
}
