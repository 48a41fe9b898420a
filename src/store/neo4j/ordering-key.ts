import { createHash } from 'node:crypto';
import type { Value } from '../../knowledge/rows.ts';

/** Longer text is cut and its hash put behind: an index of Neo4j takes some 8,000 bytes. */
const LONGEST = 600;
const KEPT = 400;
/** Whole numbers are written with so many digits, after this was added, so that they sort as text does. */
const DIGITS = 16;
const SHIFT = 4_000_000_000_000_000;
/** Stands behind the value of each column. */
export const END = '\u0001';

/** Stands behind every text that begins with what is before it. */
export const BEHIND = '\u{10ffff}';

/**
 * The values of an order's columns as one text that sorts by code point as they do, column by column. Texts over 600
 * characters keep their order by the first 400 only. The key of the first columns begins the key of all.
 */
export function orderingKey(values: readonly Value[]): string {
  return values.map((value) => `${part(value)}${END}`).join('');
}

/** Where a range ends, as texts to put behind the key of a prefix: from `low` on, before `high`. */
export function tailsOf({ after, before }: { readonly after?: readonly Value[]; readonly before?: readonly Value[] }) {
  const low = after?.length ? `${orderingKey(after)}${BEHIND}` : '';
  return { low, high: before?.length ? orderingKey(before) : BEHIND };
}

function part(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Math.trunc(value) + SHIFT).padStart(DIGITS, '0');
  const short = value.length > LONGEST ? `${cut(value)}${hash(value)}` : value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that would read as the end of a column
  return /[\u0000-\u0002]/.test(short) ? escaped(short) : short;
}

/** The first characters, never half of one. */
function cut(value: string): string {
  const last = value.charCodeAt(KEPT - 1);
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? KEPT - 1 : KEPT);
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

function escaped(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
  return value.replace(/[\u0000-\u0002]/g, (unit) => `\u0002${String.fromCharCode(unit.charCodeAt(0) + 1)}`);
}
