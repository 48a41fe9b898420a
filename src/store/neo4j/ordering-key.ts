import { createHash } from 'node:crypto';
import type { Value } from '../../knowledge/rows.ts';

/** Longer text is cut and its hash put behind: an index of Neo4j takes some 8,000 bytes. */
const LONGEST = 600;
const KEPT = 400;
/** Stands behind the value of each column. */
export const END = '\u0001';
/** Stands before a character that would read as something else here. */
const ESCAPE = '\u0002';
const MOVED = 3;
/** Letters for a number's count of digits, so that numbers sort as text does. */
const LETTERS_UP = ' abcdefghijklmnopq';
const LETTERS_DOWN = ' QPONMLKJIHGFEDCBA';

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

/** Whether the part of a key tells this value whole. */
export function isTold(value: Value): boolean {
  return typeof value === 'string' ? value.length <= LONGEST : Number.isSafeInteger(value);
}

/** A text without the characters that mean something between columns. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters
  if (!/[\u0000-\u0002]/.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
  return text.replace(/[\u0000-\u0002]/g, (unit) => ESCAPE + String.fromCharCode(unit.charCodeAt(0) + MOVED));
}

/** The text that was escaped. */
export function unescaped(text: string): string {
  if (!text.includes(ESCAPE)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape
  return text.replace(/\u0002(.)/gs, (_, unit: string) => String.fromCharCode(unit.charCodeAt(0) - MOVED));
}

function part(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return sortable(Math.trunc(value));
  return escaped(value.length > LONGEST ? `${cut(value)}${hash(value)}` : value);
}

/** The letter of how many digits, then the digits; below zero what is further from it comes first. */
function sortable(whole: number): string {
  const digits = String(Math.abs(whole));
  if (whole >= 0) return LETTERS_UP[digits.length] + digits;
  return LETTERS_DOWN[digits.length] + turned(digits);
}

/** The whole number of a part. */
export function wholeOf(part: string): number {
  const digits = part.slice(1);
  if (LETTERS_UP.includes(part[0] as string)) return Number(digits);
  return -Number(turned(digits));
}

/** Digits that sort the other way round; twice turned they are as they were. */
function turned(digits: string): string {
  return digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

/** The first characters, never half of one. */
function cut(value: string): string {
  const last = value.charCodeAt(KEPT - 1);
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? KEPT - 1 : KEPT);
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
