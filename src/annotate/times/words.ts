import type { Calendar, Season, TimeShift, TimeUnit, TimeWords } from '../../vocabulary/records.ts';

type Unit = TimeUnit['unit'];

/** The words of times as rules ask for them: what may stand for each `{name}` of a pattern, and what a word means. */
export interface Words {
  /** By name, regular expressions without groups: `weekday` is `Monday|Mon\.|…`. */
  readonly alternatives: ReadonlyMap<string, string>;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Letters of TIMEX3, by unit. */
  readonly codes: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
  readonly seasons: ReadonlyMap<string, Season>;
  readonly shifts: ReadonlyMap<string, TimeShift>;
  readonly distances: ReadonlyMap<string, TimeShift>;
  readonly data: TimeWords;
}

/** Joins the lists of the vocabulary. */
export function wordsOf({ months, weekdays }: Calendar, data: TimeWords): Words {
  const unitForms = data.units.flatMap(({ forms }) => forms);
  const numbers = either(data.numbers.map(({ word }) => word));
  const counts = [
    '\\d{1,3}(?:,\\d{3})+',
    '\\d+(?:\\.\\d+)?(?: +\\d/\\d)?',
    ...[data.halves, data.pairs, data.some].flat().map(escaped),
    `(?:an? +(?=hundred|dozen))?(?:${numbers})(?:[- ]+(?:${numbers})){0,3}`,
    'an?',
  ];
  const weekdayNames = weekdays.flatMap(({ name, forms }) => [name, ...forms.filter((form) => form.endsWith('.'))]);
  return {
    alternatives: new Map([
      ['month', either(months.flatMap(({ name, forms }) => [name, ...forms]))],
      ['monthname', either(months.flatMap(({ name, forms }) => [name, ...forms.filter((form) => form.endsWith('.'))]))],
      ['weekday', either(weekdayNames)],
      ['weekdays', either(weekdays.flatMap(({ plural }) => plural ?? []))],
      ['unit', either(unitForms)],
      ['count', counts.join('|')],
      ['part', either(data.parts.flatMap(({ forms }) => forms))],
      ['season', either(data.seasons.flatMap(({ forms }) => forms))],
      ['shift', either(data.shifts.map(({ word }) => word))],
      ['distance', either(data.distances.map(({ word }) => word))],
      ['near', either(data.days.map(({ word }) => word))],
      ['ordinal', `${either(data.ordinals.map(({ word }) => word))}|\\d{1,2}(?:st|nd|rd|th)`],
      ['decade', either(data.decades.map(({ word }) => word))],
      ['hedge', either(data.hedges)],
      ['edge', either(data.edges)],
      ['edgenoun', either(data.edgeNouns)],
      ['each', either(data.each)],
      ['hour', either(data.hours.map(({ word }) => word))],
      ['frequency', either(data.frequencies.map(({ word }) => word))],
      ['holiday', either(data.holidays.flatMap(({ forms }) => forms))],
      ['vague', either(data.vague.map(({ word }) => word))],
      ['number', numbers],
      ['date', '[0-3]?\\d(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)'],
      ['short', `['’‘]\\d\\d`],
      ['year', '(?:1[4-9]|20)\\d\\d(?![\\d%]|[.,]\\d)'],
    ]),
    months: byForm(months.map((entry) => [[entry.name, ...entry.forms], entry.number])),
    weekdays: byForm(weekdays.map((entry) => [[entry.name, entry.plural ?? '', ...entry.forms], entry.number])),
    units: byForm(data.units.map(({ forms, unit }) => [forms, unit])),
    codes: new Map(data.units.map(({ unit, code }) => [unit, code])),
    parts: byForm(data.parts.map(({ forms, code }) => [forms, code])),
    seasons: byForm(data.seasons.map((season) => [season.forms, season])),
    shifts: byForm(data.shifts.map((shift) => [[shift.word], shift])),
    distances: byForm(data.distances.map((distance) => [[distance.word], distance])),
    data,
  };
}

/**
 * A pattern of times as a regular expression: `{month}` is a group of that name, `{=month}` none, a space is one or
 * more. It is sticky, disregards case and ends where a word ends.
 */
export function patternOf({ alternatives }: Words, pattern: string): RegExp {
  const source = pattern
    .replace(/ (?![*+?])/g, ' +')
    .replace(/\{(=?)([a-z]+)\}/g, (_, isPlain: string, name: string) => {
      const words = alternatives.get(name);
      if (words === undefined) throw new Error(`no words for {${name}}`);
      return `(?${isPlain ? ':' : `<${name}>`}${words})(?![\\p{L}\\p{N}])`;
    });
  return new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'iuy');
}

/** The longest first: an alternative that begins another must not hide it. */
function either(forms: readonly string[]): string {
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, ' +');
}

function byForm<T>(entries: readonly (readonly [forms: readonly string[], meaning: T])[]): ReadonlyMap<string, T> {
  return new Map(entries.flatMap(([forms, meaning]) => forms.map((form) => [form.toLowerCase(), meaning] as const)));
}
