import { DateTime } from 'luxon';

/** Days of the calendar without clock and zone; luxon counts, in UTC. */
export type Day = DateTime<true>;
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A stretch of the calendar: its TIMEX3 value, its EDTF, its first and last day. */
export interface Stretch {
  readonly value: string;
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** EDTF's numbers of the seasons and the months in which news of the northern half lets them begin. */
const SEASONS: Readonly<Record<string, { readonly edtf: string; readonly month: number }>> = {
  SP: { edtf: '21', month: 3 },
  SU: { edtf: '22', month: 6 },
  FA: { edtf: '23', month: 9 },
  WI: { edtf: '24', month: 12 },
};

/** The day at the start of an ISO date or time; null where there is none. */
export function dayOf(written: string | null): Day | null {
  if (written === null) return null;
  const day = DateTime.fromISO(written.slice(0, 10), { zone: 'utc' });
  return day.isValid ? day : null;
}

export function dayFrom(year: number, month: number, day: number): Day | null {
  const found = DateTime.utc(year, month, day);
  return found.isValid ? found : null;
}

/** The unit of the calendar that a day lies in: its day, ISO week, month, quarter or year. */
export function stretchOf(day: Day, unit: Unit): Stretch {
  const earliest = iso(day.startOf(unit));
  const latest = iso(day.endOf(unit));
  switch (unit) {
    case 'day':
      return { value: earliest, edtf: earliest, earliest, latest };
    case 'week':
      return { value: day.toFormat("kkkk-'W'WW"), edtf: `${earliest}/${latest}`, earliest, latest };
    case 'month':
      return { value: earliest.slice(0, 7), edtf: earliest.slice(0, 7), earliest, latest };
    case 'quarter':
      return { value: `${day.toFormat('yyyy')}-Q${day.quarter}`, edtf: `${earliest}/${latest}`, earliest, latest };
    case 'year':
      return { value: earliest.slice(0, 4), edtf: earliest.slice(0, 4), earliest, latest };
  }
}

/** Some day of the month that a day lies in. */
export function someDayOf(day: Day): Stretch {
  const { value, earliest, latest } = stretchOf(day, 'month');
  return { value: `${value}-XX`, edtf: `${value}-XX`, earliest, latest };
}

/** `years` is a decade ("199") or a century ("19"). */
export function yearsOf(years: string): Stretch {
  const earliest = `${years.padEnd(4, '0')}-01-01`;
  return { value: years, edtf: years.padEnd(4, 'X'), earliest, latest: `${years.padEnd(4, '9')}-12-31` };
}

/** A season of a year; winter is of the year in which it begins. */
export function seasonOf(year: number, season: string): Stretch {
  const { edtf, month } = SEASONS[season]!;
  const first = DateTime.utc(year, month, 1) as Day;
  const value = `${year}-${season}`;
  return {
    value,
    edtf: `${year}-${edtf}`,
    earliest: iso(first),
    latest: iso(first.plus({ months: 3 }).minus({ days: 1 })),
  };
}

/** The first or second half of a year. */
export function halfOf(year: number, half: 1 | 2): Stretch {
  const [earliest, latest] = half === 1 ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
  return { value: `${year}-H${half}`, edtf: `${earliest}/${latest}`, earliest, latest };
}

/** From one day to another; the value is that of both. */
export function between(first: Day, last: Day): Stretch {
  const [earliest, latest] = [iso(first), iso(last)];
  return { value: `${earliest}/${latest}`, edtf: `${earliest}/${latest}`, earliest, latest };
}

/** The Saturday and Sunday of the ISO week that a day lies in. */
export function weekendOf(day: Day): Stretch {
  const saturday = day.startOf('week').plus({ days: 5 }) as Day;
  return { ...between(saturday, saturday.plus({ days: 1 }) as Day), value: `${day.toFormat("kkkk-'W'WW")}-WE` };
}

/** A value that lies nowhere on the calendar: durations, sets, vague times. */
export function nowhere(value: string): Stretch {
  return { value, edtf: null, earliest: null, latest: null };
}

export function iso(day: Day): string {
  return day.toFormat('yyyy-MM-dd');
}
