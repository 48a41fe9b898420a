import type { Stretch } from '../../document/layers.ts';
import { type View, wordAt } from './view.ts';

/** A stretch in quotation marks: its tokens without the marks. */
export interface Quoted extends Stretch {
  /** The text between the marks, with them. */
  readonly start: number;
  readonly end: number;
  /** Opened and never closed in its paragraph: it goes on in the next. */
  readonly open: boolean;
  /** Whether it stands within another. */
  readonly depth: number;
}

const OPENING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['``', "''"],
  ['"', '"'],
  ["'", "'"],
]);
/** Deeper quotations are not told apart. */
const DEEPEST = 3;

/**
 * What stands in quotation marks, paragraph by paragraph: “…”, "…", ‘…’ and '…', nested, and one that is left open at
 * the end of its paragraph. A mark opens where white space or a bracket stands before it and closes where it stands
 * behind a word, so that an apostrophe does neither.
 */
export function quoteMarks(view: View): Quoted[] {
  const found: Quoted[] = [];
  const { sentences } = view;
  for (let at = 0; at < sentences.length; ) {
    let to = at + 1;
    while (to < sentences.length && sentences[to]!.segment === sentences[at]!.segment) to++;
    scan(view, sentences[at]!.first, sentences[to - 1]!.last, found);
    at = to;
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Opened {
  readonly token: number;
  readonly closing: string;
}

function scan(view: View, first: number, last: number, found: Quoted[]): void {
  const open: Opened[] = [];
  for (let token = first; token < last; token++) {
    const word = wordAt(view, token);
    const closes = open.findLastIndex(({ closing }) => closing === word || (closing === '”' && word === '"'));
    if (closes >= 0 && isBehindWord(view, token)) {
      const { token: from } = open[closes]!;
      open.length = closes;
      if (token > from + 1) found.push(quoted(view, from, token, closes, false));
    } else if (OPENING.has(word) && opensAt(view, token, first) && open.length < DEEPEST) {
      open.push({ token, closing: OPENING.get(word) as string });
    }
  }
  // A single mark left open was an apostrophe.
  const [outer] = open;
  if (outer && outer.closing !== "'" && outer.closing !== '’' && last > outer.token + 1)
    found.push(quoted(view, outer.token, last, 0, true));
}

function quoted({ tokens }: View, from: number, to: number, depth: number, open: boolean): Quoted {
  const end = open ? tokens[to - 1]!.end : tokens[to]!.end;
  return { first: from + 1, last: to, start: tokens[from]!.start, end, open, depth };
}

function isBehindWord({ tokens }: View, token: number): boolean {
  return token > 0 && tokens[token - 1]!.end === tokens[token]!.start;
}

function opensAt(view: View, token: number, first: number): boolean {
  const { tokens, text } = view;
  const next = tokens[token + 1];
  if (!next || next.start !== tokens[token]!.end) return false;
  if (token === first) return true;
  const before = text[tokens[token]!.start - 1] as string;
  return /[\s([{—–\-:“"‘']/u.test(before);
}
