import { DateTime } from 'luxon';

/** A day as metadata writes it: `2022-01-10`, `20220110`, `January 10, 2022`, `10 Jan 2022`. Order: year, month, day. */
const DAYS: readonly { readonly form: RegExp; readonly order: 'ymd' | 'mdy' | 'dmy' }[] = [
  { form: /^(\d{4})-(\d{2})-(\d{2})/, order: 'ymd' },
  { form: /^(\d{4})(\d{2})(\d{2})(?!\d)/, order: 'ymd' },
  { form: /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i, order: 'mdy' },
  { form: /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4}|\d{2})(?!\d)/i, order: 'dmy' },
];
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;
const TIME = /^(?:t|,? ?(?:at )?)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)? ?(a\.?m\.?|p\.?m\.?)?/i;
const OFFSET = /^ ?(?:(z|utc?|gmt)|(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?)$/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAMES = 'january february march april may june july august september october november december sept'.split(
  ' ',
);
/** The zone names of RFC 2822. Others ("ET", "IST", "BST") name more than one offset or depend on the season. */
const ZONES: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/**
 * Reads a date as metadata and command lines give it: ISO 8601 (extended or basic), RFC 2822, or an English day with
 * an optional time. The answer is `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm` or `YYYY-MM-DDTHH:mm:ss` with the given offset
 * (`Z` or `±hh:mm`), no more precise than the input; fractions of a second are dropped, and a time whose offset is not
 * known leaves the day only. Null: not a date, less than a day ("2022", "January 2022"), or a day or time that does
 * not exist. Never throws.
 */
export function parseDate(value: string): string | null {
  const written = value.trim().replace(/\s+/g, ' ').replace(WEEKDAY, '');
  // Longest real form: "September 10, 2022 at 02:03:00.123456789 p.m. GMT+00:00".
  if (written.length > 64) return null;
  for (const { form, order } of DAYS) {
    const match = form.exec(written);
    if (match === null) continue;
    const [, a = '', b = '', c = ''] = match;
    const day =
      order === 'ymd' ? dayOf(a, Number(b), c) : order === 'mdy' ? dayOf(c, monthOf(a), b) : dayOf(c, monthOf(b), a);
    return day === null ? null : withTime(day, written.slice(match[0].length));
  }
  return null;
}

function withTime(day: string, rest: string): string | null {
  if (rest === '') return day;
  const match = TIME.exec(rest);
  if (match === null) return null;
  const [whole, hours = '', minutes = '', seconds, half] = match;
  const hour = half === undefined ? Number(hours) : halfDay(Number(hours), half);
  // A minute of sixty is a mistake; a second of sixty (a leap second) is not worth a wrong answer either.
  if (hour === null || hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const zone = rest.slice(whole.length);
  const offset = offsetOf(zone);
  // "2022-01-10T14:03:00": without an offset the moment is not known, the day is.
  if (offset === null) return zone === '' || /^ ?\(?[a-z]{2,5}\)?$/i.test(zone) ? day : null;
  return `${day}T${pad(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${offset}`;
}

/** `Z`, `±hh:mm`, or null when the zone is absent or ambiguous. */
function offsetOf(zone: string): string | null {
  // "+0000 (UTC)": RFC 2822 allows a comment after the offset.
  const bare = zone.replace(/ ?\([^()]*\)$/, '').trim();
  const named = ZONES[bare.toLowerCase()];
  if (named !== undefined) return named;
  const match = OFFSET.exec(bare);
  if (match === null) return null;
  const [, utc, sign = '+', hours = '00', minutes = '00'] = match;
  if (utc !== undefined) return 'Z';
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  // "-0000" (RFC 2822): the moment in UTC, from a writer who does not tell their own offset.
  if (sign === '-' && `${hours}${minutes}` === '0000') return 'Z';
  return `${sign}${hours}:${minutes}`;
}

function dayOf(written: string, month: number, day: string): string | null {
  // RFC 2822 section 4.3: two digits below fifty are of this century.
  const year = written.length === 2 ? Number(written) + (Number(written) < 50 ? 2000 : 1900) : Number(written);
  const date = DateTime.fromObject({ year, month, day: Number(day) }, { zone: 'utc' });
  return date.isValid && year > 0 ? date.toISODate() : null;
}

/** 1 to 12, or 0 for a word that is no month. */
function monthOf(word: string): number {
  const name = word.toLowerCase();
  return name.length === 3 || MONTH_NAMES.includes(name) ? MONTHS.indexOf(name.slice(0, 3)) + 1 : 0;
}

function halfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

const pad = (value: number): string => String(value).padStart(2, '0');
