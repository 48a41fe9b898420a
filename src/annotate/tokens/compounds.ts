import { isDigit, isHyphen, isWordUnit } from './chars.ts';

/**
 * First parts that stay with what follows the hyphen, because they are no words: "anti-war", "co-founder", "mid-July".
 * Every other compound is split at its hyphens: "Russian|-|led", "twenty|-|six".
 */
const PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti arch bi co contra counter cross cyber de e em ex extra hm hyper infra inter intra macro mega meta micro mid ' +
    'mini mis mono multi neo non over pan para poly post pre pro proto pseudo psycho re semi socio sub super supra ' +
    'trans tri uh ultra un uni'
  ).split(' '),
);

/** Last parts that are no words either: "career-wise". */
const SUFFIXES: ReadonlySet<string> = new Set(['wise', 'esque', 'fold', 'ish']);

const LONGEST_PREFIX = 7;
/** Bounds the look-ahead; file and telephone numbers are shorter. */
const LONGEST_GROUPED = 40;

/**
 * Whether a word goes on over the hyphen at `at`, given where it began and where its chunk ends; `part` is where its
 * last part began ("life" in "non-life|-|threatening").
 */
export function hyphenStays(text: string, start: number, part: number, at: number, end: number): boolean {
  if (part !== start) return false;
  if (at - start <= LONGEST_PREFIX && PREFIXES.has(text.slice(start, at).toLowerCase())) return true;
  let to = at + 1;
  while (to < end && isWordUnit(text.charCodeAt(to))) to++;
  return to - at <= 6 && to - at >= 4 && SUFFIXES.has(text.slice(at + 1, to).toLowerCase());
}

/**
 * Where a number in groups ends that begins at `start`: a telephone or file number, a date. "713-853-3989", "345-9945",
 * "2009-05-08" are one word; a range, "2003|-|2007" or "5|-|10", is none: zero.
 */
export function groupedNumber(text: string, start: number, end: number): number {
  let groups = 1;
  let first = 0;
  let last = 0;
  let at = start;
  const limit = Math.min(end, start + LONGEST_GROUPED);
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) last++;
    else if (isHyphen(unit) && at + 1 < end && isDigit(text.charCodeAt(at + 1))) {
      if (groups++ === 1) first = last;
      last = 0;
    } else break;
  }
  if (at < end && isWordUnit(text.charCodeAt(at))) return 0;
  if (groups >= 3) return at;
  const telephone = groups === 2 && last === 4 && (first === 3 || first === 5);
  return telephone ? at : 0;
}
