import { InputError } from '../errors.ts';
import type { Dateline, Segment } from './document.ts';
import { type FindDays, isoDay, type WrittenDay } from './full-dates.ts';
import { wordsOf } from './span.ts';

/** A dateline's day and the full date that lends it its year are the story's own time: no further apart than this. */
const NEAR_DAYS = 31;
const DAY = 86_400_000;
const ARCHIVE_PICTURE = /^\W*(?:file|archive)\b/i;

/** The day of publication with the reason it was chosen, where a reader should know. */
export interface Publication {
  readonly publishedAt: string;
  readonly note: string | null;
}

/** What of a text may tell its day. */
interface Told {
  readonly place: string;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly dateline: Dateline | null;
}

/**
 * The day an article that came without metadata was published: a dateline's day, with the year of the nearest full date
 * in the text; else a line that is nothing but a date; else the day of a caption that is not from the archive.
 * @throws InputError `DOCUMENT_NO_DATE`, `DOCUMENT_NO_YEAR`
 */
export function publicationOf({ place, text, segments, dateline }: Told, findDays: FindDays): Publication {
  const days = segments
    .filter((segment) => !(segment.kind === 'caption' && ARCHIVE_PICTURE.test(wordsOf(text, segment))))
    .map((segment) => ({ segment, found: findDays(wordsOf(text, segment)).filter(({ year }) => year !== null) }));
  if (dateline?.day)
    return fromDateline(
      dateline.day.value,
      place,
      days.flatMap(({ found }) => found),
    );
  for (const kind of ['boilerplate', 'caption'] as const) {
    const day = days.find(({ segment, found }) => segment.kind === kind && found.length === 1)?.found[0];
    if (day) {
      const from = kind === 'caption' ? 'the caption' : 'the date line';
      return { publishedAt: isoDay(day), note: `publication day taken from ${from}: ${isoDay(day)}` };
    }
  }
  throw new InputError('DOCUMENT_NO_DATE', 'the article has no publication date', {
    place,
    hint: 'give it with --published YYYY-MM-DD',
  });
}

function fromDateline(value: string, place: string, full: readonly WrittenDay[]): Publication {
  if (!value.startsWith('--')) return { publishedAt: value, note: null };
  const [month, day] = value.slice(2).split('-').map(Number) as [number, number];
  const years = full.flatMap((date) => {
    const year = date.year as number;
    return [year - 1, year, year + 1].filter((candidate) => isNear({ year: candidate, month, day }, date));
  });
  if (years.length === 0) {
    throw new InputError(
      'DOCUMENT_NO_YEAR',
      `the dateline says ${value.slice(2)}, but no full date near it tells the year`,
      {
        place,
        hint: 'give the date with --published YYYY-MM-DD',
      },
    );
  }
  const year = Math.max(...years);
  return { publishedAt: isoDay({ year, month, day }), note: `year of the dateline taken from the text: ${year}` };
}

function isNear(day: Pick<WrittenDay, 'year' | 'month' | 'day'>, date: WrittenDay): boolean {
  const apart = Date.parse(isoDay(day)) - Date.parse(isoDay(date));
  return Math.abs(apart) <= NEAR_DAYS * DAY;
}
