import { type Day, dayFrom, type Unit } from './day.ts';
import type { Tense } from './setting.ts';

/** What is told without saying so may be this many days ahead, or in the future this many behind (a day a fifth of it). */
const AHEAD = 60;
const BEHIND = 120;
const MILLISECONDS = 86_400_000;

/** Words that leave no choice of the year. */
export type Fixing = 'last' | 'next' | 'begun' | 'ahead' | null;

/**
 * The day of a month nearest to today on the side that the tense says: "Jan. 5" in a story of Jan. 10 is this year's. Words may
 * leave no choice: "last November" is over, "next" is yet to come, "since May" has begun, as has what was done "in May", and
 * what "will open in May" has not.
 */
export function nearest(
  today: Day,
  month: number,
  date: number,
  tense: Tense,
  unit: Unit,
  word: Fixing = null,
): Day | null {
  const own = dayFrom(today.year, month, date);
  // Only February 29 is not of every year.
  if (!own) return dayFrom(today.year + (tense === 'future' ? 1 : -1), month, date);
  const days = (own.startOf(unit).toMillis() - today.startOf(unit).toMillis()) / MILLISECONDS;
  if (word === 'next') return days > 0 ? own : dayFrom(today.year + 1, month, date);
  if (word === 'ahead') return days >= 0 ? own : dayFrom(today.year + 1, month, date);
  if (word) return days < 0 || (days === 0 && word === 'begun') ? own : dayFrom(today.year - 1, month, date);
  if (tense === 'future')
    return days < -(unit === 'day' ? BEHIND / 5 : BEHIND) ? dayFrom(today.year + 1, month, date) : own;
  if (days > AHEAD) return dayFrom(today.year - 1, month, date);
  // In January "in December" is the one just over; in December "in January" may be the next.
  return days < -330 ? dayFrom(today.year + 1, month, date) : own;
}
