import type { TimeShift, TimeUnit } from '../../vocabulary/records.ts';
import type { Day } from './day.ts';
import type { Setting, Told } from './setting.ts';

/** Units that are counted on the calendar. */
export const CALENDAR = new Set<string>(['day', 'week', 'month', 'quarter', 'year']);

interface Base {
  readonly day: Day;
  readonly told: Told | null;
}

/** The day that a distance in such units is counted from: the story's, else that of publication; null where neither is known. */
export function baseOf(
  unit: TimeUnit['unit'],
  from: TimeShift['from'],
  { today, narrative, era, quarter }: Setting,
): Base | null {
  if (unit === 'quarter' && from === 'narrative' && quarter) return { day: quarter, told: null };
  const story = /^(?:year|month|decade|century|quarter)$/.test(unit) ? era : narrative;
  if (from === 'narrative' && story) return { day: story.day, told: story };
  return today && { day: today, told: null };
}
