import { dottedEnd } from './addresses.ts';
import { isApostrophe, isDigit, isLetter, isWordUnit } from './chars.ts';
import { groupedNumber } from './compounds.ts';
import { emit, type Scan } from './scan.ts';
import { isUnit } from './units.ts';

/**
 * Emits a number with its separators ("1,709", "7:30|pm", "11/28/2000", "713-853-3989") and gives where it ended; zero
 * where it is the beginning of a word ("20th", "1980's", "3D").
 */
export function scanNumber(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  const grouped = groupedNumber(text, start, end);
  if (grouped > 0) {
    emit(scan, start, grouped);
    return grouped;
  }
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) at++;
    else if (!isDigit(text.charCodeAt(at + 1)) || at + 1 >= end) break;
    else if (unit === 0x2e || unit === 0x3a || unit === 0x2f || (unit === 0x2c && isThousand(text, at, end))) at++;
    else break;
  }
  if (at >= end || !isLetter(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === 0x2e && at < end && dottedEnd(text, start, at, end) > 0) return 0;
    if (at < end && (isApostrophe(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2f)) return 0;
    emit(scan, start, at);
    return at;
  }
  let to = at;
  while (to < end && isLetter(text.charCodeAt(to))) to++;
  const half = to - at === 1 && text.charCodeAt(to) === 0x2e && (text.charCodeAt(to + 1) | 32) === 109;
  const last = scan.out[scan.out.length - 1];
  const priced = last !== undefined && last.end === start && isCurrency(text.charCodeAt(last.end - 1));
  const word = isWordUnit(text.charCodeAt(to)) && to < end;
  if (!half && (word || !isUnit(text, at, to, priced))) return 0;
  emit(scan, start, at);
  return at;
}

/** A comma before exactly three digits, or one digit group of a decimal comma: "1,709"; not "[13,14]". */
function isThousand(text: string, comma: number, end: number): boolean {
  let to = comma + 1;
  while (to < end && isDigit(text.charCodeAt(to))) to++;
  return to - comma === 4;
}

function isCurrency(unit: number): boolean {
  return unit === 0x24 || unit === 0xa3 || unit === 0x20ac || unit === 0xa5;
}
