import { FLAGS, isDigit, isLetter, isLower, isWordUnit, LETTER, OTHER, SURROGATE } from './chars.ts';

/** Last labels by which a dotted word is a site or a file; those that are English words (in, is, it, me) are left out. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    'com net org edu gov mil info biz int io co uk eu de fr ru cn jp au ca nz br za kz ua pl nl se ch es ' +
    'doc docx pdf xls xlsx ppt pptx csv txt html htm php asp exe zip jpg jpeg png gif mp3 mp4 json xml js py url'
  ).split(' '),
);

/** Bounds the look-ahead for names, so that a page of dots costs no more than a page; no mail address is longer. */
const LONGEST_NAME = 320;
const LONGEST_SCHEME = 16;

/**
 * Where a web or mail address, or a file name, ends that begins at `start`; zero where none does. The chunk, free of
 * white space, ends at `end`; marks that close a sentence or a bracket stay outside.
 */
export function addressEnd(text: string, start: number, end: number): number {
  if (isWeb(text, start, end)) return trimmedEnd(text, start, end);
  return mailEnd(text, start, Math.min(end, start + LONGEST_NAME));
}

/**
 * Where a dotted name ends whose first dot is at `dot`: "example.com", "report.doc", "alt.news.local". Zero where the
 * dot ends a sentence that the next word was typed against: "rep.|ireland".
 */
export function dottedEnd(text: string, start: number, dot: number, end: number): number {
  let labels = 1;
  let lower = true;
  let label = dot + 1;
  const limit = Math.min(end, start + LONGEST_NAME);
  let at = start;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2e) {
      if (at + 1 >= end || !isWordUnit(text.charCodeAt(at + 1))) break;
      labels++;
      label = at + 1;
    } else if (!isWordUnit(unit) && unit !== 0x2d) break;
    else if (!isLower(unit) && unit !== 0x2d) lower = false;
  }
  if (labels >= 3 && lower) return pathEnd(text, at, end);
  if (at - label > 5 || at - label < 2) return 0;
  const ending = text.slice(label, at);
  const allUpper = ending === ending.toUpperCase();
  return ENDINGS.has(allUpper ? ending.toLowerCase() : ending) ? pathEnd(text, at, end) : 0;
}

function pathEnd(text: string, at: number, end: number): number {
  return text.charCodeAt(at) === 0x2f && at < end ? trimmedEnd(text, at, end) : at;
}

function isWeb(text: string, start: number, end: number): boolean {
  if (text.startsWith('www.', start)) return start + 4 < end;
  let at = start;
  while (at < end && at - start < LONGEST_SCHEME && isLower(text.charCodeAt(at) | 32)) at++;
  if (at === start || text.charCodeAt(at) !== 0x3a || at + 1 >= end) return false;
  if (text.charCodeAt(at + 1) === 0x2f && text.charCodeAt(at + 2) === 0x2f) return at + 3 < end;
  const scheme = at - start <= 6 ? text.slice(start, at) : '';
  return scheme === 'mailto' || (scheme === 'doi' && isDigit(text.charCodeAt(at + 1)));
}

/** "name@host": letters on both sides; a bare "@name" is not here. */
function mailEnd(text: string, start: number, end: number): number {
  let sign = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x40) {
      if (sign > 0 || at === start) return 0;
      sign = at;
    } else if (!isWordUnit(unit) && (FLAGS[unit]! & SURROGATE) !== 0) break;
    else if (!isWordUnit(unit) && !isMailMark(unit)) break;
  }
  if (sign === 0 || sign + 1 >= at || !isLetter(text.charCodeAt(sign + 1))) return 0;
  while (at > sign + 1 && !isWordUnit(text.charCodeAt(at - 1))) at--;
  return at;
}

/** . - + % may stand inside an address. */
function isMailMark(unit: number): boolean {
  return unit === 0x2e || unit === 0x2d || unit === 0x2b || unit === 0x25;
}

/** Without closing marks; a closing bracket stays where the address opened it. */
function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0x201d || unit === 0x201c) {
      to = at;
      break;
    }
  }
  const bracket = text.slice(start, to).includes('(');
  while (to > start) {
    const unit = text.charCodeAt(to - 1);
    if (unit === 0x29 && bracket) break;
    if ((FLAGS[unit]! & (LETTER | SURROGATE)) !== 0 || isDigit(unit) || KEPT_LAST.has(unit)) break;
    if ((FLAGS[unit]! & OTHER) === 0) break;
    to--;
  }
  return to;
}

/** / - _ = # & + % may end an address. */
const KEPT_LAST: ReadonlySet<number> = new Set([0x2f, 0x2d, 0x3d, 0x23, 0x26, 0x2b, 0x25]);
