import { isApostrophe, isDigit, isHyphen, isLetter, isUpper, isWordUnit } from './chars.ts';
import { hyphenStays } from './compounds.ts';
import { emitWord, type Scan } from './scan.ts';
import { afterApostrophe } from './scan-apostrophe.ts';
import { afterDot } from './scan-dot.ts';
import { scanNumber } from './scan-number.ts';

/**
 * Cuts one word that begins with a letter or digit at `start`, with the clitics written to it, and gives where it
 * ended. The chunk, free of white space, ends at `end`.
 */
export function scanWord(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  if (isDigit(text.charCodeAt(start))) {
    const to = scanNumber(scan, start, end);
    if (to > 0) return to;
  }
  let at = start;
  let part = start;
  while (true) {
    while (at < end && isWordUnit(text.charCodeAt(at))) at++;
    if (at >= end) break;
    const unit = text.charCodeAt(at);
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
    if (unit === 0x2e) {
      const to = afterDot(scan, start, at, end);
      if (to !== at) return emitWord(scan, start, to);
      break;
    }
    if (isApostrophe(unit)) {
      const to = afterApostrophe(scan, start, at, end);
      if (to > 0) return to;
      if (!isLetter(next)) break;
      at++;
    } else if (isHyphen(unit) && isWordUnit(next)) {
      if (!hyphenStays(text, start, part, at, end)) break;
      part = ++at;
    } else if (isHyphen(unit) && at - start <= 2 && isLetter(text.charCodeAt(at - 1)) && !isHyphen(next)) {
      // A word broken off: "th-, the".
      at++;
      break;
    } else if (unit === 0x24 && at - start <= 2 && isUpper(text.charCodeAt(at - 1)) && !isLetter(next)) {
      // "US$" and "A$" before their amount.
      at++;
      break;
    } else if (isInside(text, start, at, unit, next)) at++;
    else break;
  }
  return emitWord(scan, start, at);
}

/** Marks that hold a word together: "AT&T", "9/11", "l/c", "sh*t". */
function isInside(text: string, start: number, at: number, unit: number, next: number): boolean {
  const before = text.charCodeAt(at - 1);
  switch (unit) {
    case 0x26:
      return isUpper(before) && isUpper(next);
    case 0x2f:
      if (isDigit(before)) return isDigit(next) && isDigit(text.charCodeAt(start));
      return at - start === 1 && isLetter(next) && !isWordUnit(text.charCodeAt(at + 2));
    case 0x2a:
    case 0x24:
      return isLetter(before) && isLetter(next);
    case 0x3a:
    case 0x2c:
      return isDigit(before) && isDigit(next) && isDigit(text.charCodeAt(start));
    case 0x40:
      return isWordUnit(next);
    default:
      return false;
  }
}
