import type { TimeShift, TimeUnit } from '../../vocabulary/records.ts';
import { baseOf, CALENDAR } from './base-of.ts';
import { type Day, stretchOf, type Unit } from './day.ts';
import { lengthOf } from './length-of.ts';
import { duration, onCalendar, type Resolved, type Setting, told, vague } from './setting.ts';
import type { Words } from './words.ts';

/** So many units before or after; never more precise than the unit, and a length where nothing is told that it may be counted from. */
export function counted(
  count: string | null,
  unit: TimeUnit['unit'],
  way: TimeShift,
  setting: Setting,
  words: Words,
): Resolved | null {
  if (count === null) return null;
  const base = baseOf(unit, way.from, setting);
  const size = Number(count);
  if (count === '0.5' && unit === 'century') return counted('50', 'year', way, setting, words);
  // "a year and a half ago"
  if (unit === 'year' && count.endsWith('.5')) {
    const inMonths = counted(String(12 * size), 'month', way, setting, words);
    return inMonths?.type === 'DURATION' ? duration(lengthOf(count, unit, words)) : inMonths;
  }
  // "Two hours later she fled", "he died three days later": of what went before, not of today.
  const isLater = way.from === 'narrative' && way.shift > 0 && (setting.tense === 'past' || !base?.told);
  if (!base || Number.isNaN(size) || !Number.isInteger(size) || size > 100_000)
    return isLater ? duration(lengthOf(count, unit, words)) : vague(way.shift < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (unit === 'decade') return counted(String(10 * size), 'year', way, setting, words);
  if (unit === 'century') return counted(String(100 * size), 'year', way, setting, words);
  if (unit === 'night') return counted(count, 'day', way, setting, words);
  if (!CALENDAR.has(unit) && isLater) return duration(lengthOf(count, unit, words));
  if (!CALENDAR.has(unit)) return vague(way.shift < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const day = base.day.plus({ [unit]: way.shift * size }) as Day;
  if (!day.isValid || day.year < 1 || day.year > 9999) return vague(way.shift < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (isLater && setting.today && day > setting.today) return duration(lengthOf(count, unit, words));
  return base.told ? told(stretchOf(day, unit as Unit), base.told) : onCalendar(stretchOf(day, unit as Unit));
}
