import { isInitialism } from './abbreviations.ts';
import { dottedEnd } from './addresses.ts';
import { isDigit, isLetter, isLower } from './chars.ts';
import { type Scan, unitBefore } from './scan.ts';

/** Bounds the look-ahead, so that a page of dots costs no more than a page. */
const LONGEST_INITIALISM = 24;

/** Where the word ends that has a dot at `dot`: at the dot, after it, or beyond it. */
export function afterDot(scan: Scan, start: number, dot: number, end: number): number {
  const { text, keepsPeriod } = scan;
  const next = dot + 1 < end ? text.charCodeAt(dot + 1) : 0;
  if (next === 0x2e || next === 0x2026) return dot;
  if (isLetter(next)) {
    let to = dot + 1;
    while (
      to < end &&
      to - start < LONGEST_INITIALISM &&
      (isLetter(text.charCodeAt(to)) || text.charCodeAt(to) === 0x2e)
    )
      to++;
    while (text.charCodeAt(to - 1) === 0x2e) to--;
    if (isInitialism(text, start, to) && sameCase(text, start, dot + 1, to)) {
      return text.charCodeAt(to) === 0x2e && to < end && text.charCodeAt(to + 1) !== 0x2e ? to + 1 : to;
    }
    const dotted = dottedEnd(text, start, dot, end);
    if (dotted > 0) return dotted;
  }
  if (isDigit(next) && isDigit(text.charCodeAt(dot - 1))) return versionEnd(text, dot, end);
  // A unit written to its number, "2.1bn.", is no abbreviation.
  const unit = isDigit(unitBefore(scan, start));
  return !unit && keepsPeriod(text, start, dot) ? dot + 1 : dot;
}

/** "U.S", "e.g" and "E.g", but not "no.I" or "I.am", where a space is missing. */
function sameCase(text: string, first: number, second: number, end: number): boolean {
  if (isLower(text.charCodeAt(first))) return isLower(text.charCodeAt(second));
  return !isLower(text.charCodeAt(second)) || end - second === 1;
}

/** "V2.0.1", "10.1000/182" in a word that began with letters. */
function versionEnd(text: string, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (isDigit(text.charCodeAt(at)) || (text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at + 1))))
  )
    at++;
  return at;
}
