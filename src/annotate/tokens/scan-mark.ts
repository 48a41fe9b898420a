import { FLAGS, isApostrophe, isDigit, isHyphen, isLetter, isWordUnit, LETTER, SURROGATE } from './chars.ts';
import { isClipped } from './contractions.ts';
import { emoticonEnd } from './emoticons.ts';
import { emit, type Scan, unitBefore } from './scan.ts';

/** Cuts one mark, or a run that is one word ("...", "--", "!!!"), that begins at `start`; gives where it ended. */
export function scanMark(scan: Scan, start: number, end: number): number {
  const to = markEnd(scan, start, end);
  emit(scan, start, to);
  return to;
}

function markEnd(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  const unit = text.charCodeAt(start);
  const next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
  switch (unit) {
    case 0x2c: // ,
    case 0x28: // (
    case 0x29: // )
    case 0x22: // "
      return start + 1;
    case 0x2e: // .
    case 0x2026: // …
      if (unit === 0x2e && isDigit(next) && !isWordUnit(unitBefore(scan, start))) return decimalEnd(text, start, end);
      return runEnd(start, end, (at) => text.charCodeAt(at) === 0x2e || text.charCodeAt(at) === 0x2026);
    case 0x21: // !
    case 0x3f: // ?
      return runEnd(start, end, (at) => text.charCodeAt(at) === 0x21 || text.charCodeAt(at) === 0x3f);
    case 0x3a: // :
    case 0x3b: // ;
      return emoticonEnd(text, start, end) || start + 1;
    case 0x23: // #
    case 0x40: // @
      return isLetter(next) ? handleEnd(text, start, end) : start + 1;
    case 0x2b: // + of a telephone number
      return isDigit(next) && !isWordUnit(unitBefore(scan, start)) ? digitsEnd(text, start + 1, end) : start + 1;
    case 0x3d: // =
    case 0x3c: // <
    case 0x3e: // >
    case 0x5e: // ^
    case 0x2d: // -
      return emoticonEnd(text, start, end) || sameEnd(text, start, end);
    case 0x2a: // *
    case 0x7e: // ~
    case 0x2013: // –
    case 0x2014: // —
      return sameEnd(text, start, end);
    default:
      if (isApostrophe(unit) || unit === 0x2018 || unit === 0x201b) return quoteEnd(scan, start, end);
      if ((FLAGS[unit]! & SURROGATE) !== 0 || unit > 0x2100) return symbolEnd(text, start, end);
      return start + 1;
  }
}

/** A single quotation mark, a doubled one, or a word that begins with an apostrophe. */
function quoteEnd(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  const unit = text.charCodeAt(start);
  const next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
  if (next === unit) return start + 2;
  const opens = isWordUnit(next) && !isWordUnit(unitBefore(scan, start));
  if (opens) {
    let to = start + 1;
    while (to < end && isWordUnit(text.charCodeAt(to))) to++;
    if (isClipped(text, start + 1, to)) return to;
    scan.quoted = true;
  } else scan.quoted = false;
  return start + 1;
}

/** An emoji or other symbol with its joiners and modifiers; a word in a script outside the basic plane. */
function symbolEnd(text: string, start: number, end: number): number {
  const step = stepAt(text, start, end);
  let at = start + step;
  if (step === 2 && isAstralLetter(text, start)) {
    while (at < end && stepAt(text, at, end) === 2 && isAstralLetter(text, at)) at += 2;
    return at;
  }
  const flag = isRegional(text, start);
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x200d && stepAt(text, at + 1, end) === 2) at += 3;
    else if (unit === 0xfe0f || unit === 0x20e3 || unit === 0x200d) at++;
    else if (stepAt(text, at, end) === 2 && isModifier(text, at)) at += 2;
    else if (flag && at === start + 2 && isRegional(text, at)) at += 2;
    else break;
  }
  return Math.min(at, end);
}

/** Code units of the character at `at`: two for a surrogate pair, else one. */
function stepAt(text: string, at: number, end: number): number {
  return at + 1 < end && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

const ASTRAL_LETTER = /[\p{L}\p{M}\p{N}]/u;

function isAstralLetter(text: string, at: number): boolean {
  return ASTRAL_LETTER.test(text.slice(at, at + 2));
}

/** Skin tones. */
function isModifier(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  return point >= 0x1f3fb && point <= 0x1f3ff;
}

/** Half of a flag. */
function isRegional(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function sameEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  return runEnd(start, end, (at) => text.charCodeAt(at) === unit);
}

function runEnd(start: number, end: number, belongs: (at: number) => boolean): number {
  let at = start + 1;
  while (at < end && belongs(at)) at++;
  return at;
}

function decimalEnd(text: string, start: number, end: number): number {
  return runEnd(start, end, (at) => isDigit(text.charCodeAt(at)));
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (
    at < end &&
    (isDigit(text.charCodeAt(at)) || (isHyphen(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))))
  )
    at++;
  return at;
}

/** "#topic", "@name.surname": letters, digits and inner dots. */
function handleEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const unit = text.charCodeAt(at);
    const inner = unit === 0x2e && at + 1 < end && (FLAGS[text.charCodeAt(at + 1)]! & LETTER) !== 0;
    if (!isWordUnit(unit) && !inner) break;
    at++;
  }
  return at;
}
