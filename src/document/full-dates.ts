import { DateTime } from 'luxon';
import type { DocumentLexicon } from './lexicon.ts';
import type { Span } from './span.ts';

/** A day as texts write it: "Jan. 10", "10 January 2022", "2022-01-10". `year` is null where none is written. */
export interface WrittenDay extends Span {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Finds days in a text, in order. Days that do not exist (Feb. 30) are not found. */
export type FindDays = (text: string) => WrittenDay[];

export function dayFinder({ calendar }: Pick<DocumentLexicon, 'calendar'>): FindDays {
  const numbers = new Map<string, number>();
  for (const month of calendar.months) {
    for (const form of [month.name, ...month.forms]) numbers.set(form.toLowerCase().replace(/\.$/, ''), month.number);
  }
  const month = `(?<month>${[...numbers.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
  const year = '(?:,?\\s+(?<year>(?:19|20)\\d{2}))?';
  const iso = '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})';
  const patterns = [`${month}\\s+${day}${year}`, `${day}\\s+${month}${year}`, iso].map(
    (pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'),
  );
  return (text) =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => writtenDay(match, numbers)))
      .filter((found) => found !== null)
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((found, index, all) => index === 0 || found.start >= (all[index - 1] as WrittenDay).end);
}

function writtenDay(match: RegExpMatchArray, numbers: ReadonlyMap<string, number>): WrittenDay | null {
  const { month: name, day, year } = match.groups as { month: string; day: string; year?: string };
  const start = match.index as number;
  const found = {
    start,
    end: start + match[0].length,
    year: year ? Number(year) : null,
    month: numbers.get(name.toLowerCase()) ?? Number(name),
    day: Number(day),
  };
  // A leap year stands in for a missing one, so that Feb. 29 may be written without its year.
  return DateTime.utc(found.year ?? 2000, found.month, found.day).isValid ? found : null;
}

/** `2022-01-10`, or `--01-10` while the year is unknown (ISO 8601). */
export function isoDay({ year, month, day }: Pick<WrittenDay, 'year' | 'month' | 'day'>): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
