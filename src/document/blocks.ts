import { type Span, trimmed } from './span.ts';

const BLANK_LINE = /\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/g;
const LINE_BREAK = /\r\n|\n|\r|\u2028|\u2029/g;
const BULLET = /^(?:[-*•‣◦–—]|\d{1,2}[.)])\s/;
/** Wrapped prose seldom runs over this many columns; a longer line is a paragraph. */
const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 40;
const FAR_OUT = 0.7;

/**
 * The paragraphs of plain text: parted by blank lines where there are any, else one a line. Between blank lines a
 * line break ends a paragraph too, unless the lines are hard-wrapped: each broken where the next word would not fit, or in mid-sentence.
 */
export function blocksOf(text: string): Span[] {
  const stretches = split(text, { start: 0, end: text.length }, BLANK_LINE);
  if (stretches.length === 1) return split(text, stretches[0] as Span, LINE_BREAK);
  return stretches.flatMap((stretch) => joinWrapped(text, split(text, stretch, LINE_BREAK)));
}

/** Parts of a stretch between the matches of a pattern, without white space at their ends; empty parts are dropped. */
function split(text: string, within: Span, pattern: RegExp): Span[] {
  const parts: Span[] = [];
  let at = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    parts.push(trimmed(text, { start: at, end: within.start + match.index }));
    at = within.start + match.index + match[0].length;
  }
  parts.push(trimmed(text, { start: at, end: within.end }));
  return parts.filter((part) => part.start < part.end);
}

function joinWrapped(text: string, lines: readonly Span[]): Span[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (lines.length < 2 || width > WIDEST_WRAP || width < NARROWEST_WRAP) return [...lines];
  const joined: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const before = joined.at(-1);
    const lastLine = lines[index - 1];
    if (before && lastLine && !startsBullet(text, line) && isFull(text, lastLine, line, width)) {
      joined[joined.length - 1] = { start: before.start, end: line.end };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** A line is broken for its width where the next word would not fit, or where it stops far out and in mid-sentence. */
function isFull(text: string, line: Span, next: Span, width: number): boolean {
  const length = line.end - line.start;
  const nextWord = text.slice(next.start, next.end).split(/\s/, 1)[0] as string;
  const goesOn = /[\p{L}\p{N},]$/u.test(text.slice(line.start, line.end)) && /^\p{Ll}/u.test(nextWord);
  return length + 1 + nextWord.length > width || (goesOn && length > width * FAR_OUT);
}

function startsBullet(text: string, line: Span): boolean {
  return BULLET.test(text.slice(line.start, Math.min(line.end, line.start + 4)));
}
