import { isApostrophe, isDigit, isLetter, isWordUnit } from './chars.ts';
import { isClitic } from './contractions.ts';
import { emit, emitWord, type Scan } from './scan.ts';

/** Lower-case letters that decide what an apostrophe does; `unit | 32` folds case. */
const [I, N, S, T, X, Z] = [105, 110, 115, 116, 120, 122] as const;

/** Emits the word with what an apostrophe at `at` adds to it, and gives where that ended; zero where it adds nothing. */
export function afterApostrophe(scan: Scan, start: number, at: number, end: number): number {
  const { text } = scan;
  let to = at + 1;
  while (to < end && isLetter(text.charCodeAt(to))) to++;
  if (to === at + 1) return bareApostrophe(scan, start, at, end);
  if (isWordUnit(text.charCodeAt(to)) && to < end) return 0;
  if (isClitic(text, at + 1, to)) {
    // "the 1980's" is one word, "2003's" is two.
    if (isDigit(text.charCodeAt(at - 1)) && (text.charCodeAt(at - 1) === 0x30 || to - at > 2)) return 0;
    emitWord(scan, start, at);
    return clitics(scan, at, end);
  }
  const first = text.charCodeAt(at + 1) | 32;
  if (to - at === 2 && first === T && (text.charCodeAt(at - 1) | 32) === N && at - 1 > start) {
    emit(scan, start, at - 1);
    emit(scan, at - 1, to, true);
    return clitics(scan, to, end);
  }
  return 0;
}

/** An apostrophe that no letter follows: "the workers|' union", "lovin' it", or a closing quotation mark. */
function bareApostrophe(scan: Scan, start: number, at: number, end: number): number {
  const { text } = scan;
  const mark = text.charCodeAt(at);
  if (scan.quoted || (mark !== 0x27 && mark !== 0x2019)) return 0;
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (isApostrophe(next) || isDigit(next)) return 0;
  const before = text.charCodeAt(at - 1) | 32;
  if (before === N && (text.charCodeAt(at - 2) | 32) === I && at - start > 3 && at + 1 === end) {
    emit(scan, start, at + 1);
    return at + 1;
  }
  if (before !== S && before !== X && before !== Z) return 0;
  emit(scan, start, at);
  emit(scan, at, at + 1, true);
  return at + 1;
}

/** Emits the clitics at `from`, one after the other ("she|'d|'ve"), and gives where they end. */
function clitics(scan: Scan, from: number, end: number): number {
  const { text } = scan;
  let at = from;
  while (at < end && isApostrophe(text.charCodeAt(at))) {
    let to = at + 1;
    while (to < end && isWordUnit(text.charCodeAt(to))) to++;
    if (!isClitic(text, at + 1, to)) break;
    emit(scan, at, to, true);
    at = to;
  }
  return at;
}
