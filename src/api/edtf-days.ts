import edtf from 'edtf';
import { refusal } from './refusal.ts';

/** First and last day that a time can mean, as `2022-01-10`; null where it is open. */
export interface DaysOf {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The days of an EDTF expression. Throws GraphQLError `BAD_DATE`. */
export function edtfDays(text: string): DaysOf {
  const { min, max } = boundsOf(text);
  return { earliest: dayOf(min), latest: dayOf(max) };
}

/** The last instant that an EDTF expression can mean, in milliseconds: the end of a day, month or year. Throws `BAD_DATE`. */
export function edtfEnd(text: string): number {
  const { max } = boundsOf(text);
  if (!Number.isFinite(max)) throw badDate(text);
  return max;
}

function boundsOf(text: string): { readonly min: number; readonly max: number } {
  try {
    // 40 characters hold any interval; the parser is not meant for more.
    if (text.length > 80) throw badDate(text);
    const { min, max } = edtf(text);
    return { min, max };
  } catch {
    throw badDate(text);
  }
}

function dayOf(ms: number): string | null {
  if (!Number.isFinite(ms)) return null;
  const year = new Date(ms).getUTCFullYear();
  return year < 0 || year > 9999 ? null : new Date(ms).toISOString().slice(0, 10);
}

function badDate(text: string) {
  return refusal(
    'BAD_DATE',
    `"${text.slice(0, 80)}" is no EDTF: write 2022-01-10, 2022-01, 2022 or 2022-01-03/2022-01-09`,
  );
}
