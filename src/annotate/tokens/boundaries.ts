import type { Token } from '../../document/layers.ts';
import { isCloser, isTerminal, isWordShape, SHAPE, shapeOf } from './shapes.ts';

/** Bound once: the tests run in a context where each look-up of a global is slow. */
const { imul } = Math;

/** Features of one boundary; fewer than this. */
export const MOST_FEATURES = 48;

/** How tokens `[first, last)` look to the splitter: computed once for a stretch. */
export interface Stretch {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  /** By token, counted from `first`: hash of the lower-cased form, shape. */
  readonly words: Int32Array;
  readonly shapes: Uint8Array;
  /** Length of the longest line, zero where all is on one line. */
  readonly width: number;
}

/** What was read since the last boundary, updated token by token. */
export interface Since {
  /** Index of the sentence's first token. */
  begin: number;
  /** Quotation marks and brackets that are open. */
  quotes: number;
  brackets: number;
  /** Verbs are not known here; this counts lower-case words, of which titles have few. */
  lowers: number;
}

export function stretchOf(text: string, tokens: readonly Token[], first: number, last: number): Stretch {
  const words = new Int32Array(last - first);
  const shapes = new Uint8Array(last - first);
  for (let at = first; at < last; at++) {
    const { start, end } = tokens[at]!;
    let hash = 0x811c9dc5 | 0;
    for (let unit = start; unit < end; unit++) {
      const code = text.charCodeAt(unit);
      hash = imul(hash ^ (code >= 65 && code <= 90 ? code | 32 : code), 0x01000193);
    }
    words[at - first] = hash;
    shapes[at - first] = shapeOf(text, start, end);
  }
  pairQuotes(tokens, first, shapes);
  return { text, tokens, first, last, words, shapes, width: widthOf(text, tokens, first, last) };
}

/** Straight marks open and close by turns; one that hugs the next word opens. */
function pairQuotes(tokens: readonly Token[], first: number, shapes: Uint8Array): void {
  let open = false;
  for (let at = 0; at < shapes.length; at++) {
    if (shapes[at] !== SHAPE.quote) continue;
    const { start, end } = tokens[first + at]!;
    const spacedBefore = at === 0 || tokens[first + at - 1]!.end < start;
    const spacedAfter = at + 1 === shapes.length || tokens[first + at + 1]!.start > end;
    const opens: boolean = spacedBefore === spacedAfter ? !open : spacedBefore;
    shapes[at] = opens ? SHAPE.opening : SHAPE.closing;
    open = opens;
  }
}

function widthOf(text: string, tokens: readonly Token[], first: number, last: number): number {
  if (first === last) return 0;
  const end = tokens[last - 1]!.end;
  let from = tokens[first]!.start;
  let width = 0;
  for (let found = text.indexOf('\n', from); found >= 0 && found < end; found = text.indexOf('\n', from)) {
    width = Math.max(width, found - from);
    from = found + 1;
  }
  return width === 0 ? 0 : Math.max(width, end - from);
}

export function startSince(begin: number): Since {
  return { begin, quotes: 0, brackets: 0, lowers: 0 };
}

/** Takes in token `at`, counted from the stretch's first. */
export function pass(since: Since, shape: number): void {
  if (shape === SHAPE.lower) since.lowers++;
  else if (shape === SHAPE.opening) since.quotes++;
  else if (shape === SHAPE.closing) since.quotes = Math.max(0, since.quotes - 1);
  else if (shape === SHAPE.opens) since.brackets++;
  else if (shape === SHAPE.closes) since.brackets = Math.max(0, since.brackets - 1);
}

/** How the tokens around a boundary are parted: 0 not at all, 1 by a space, 2 by a full line, 3 by a short one. */
export function gapBefore({ text, tokens, first, width }: Stretch, at: number): number {
  const { end } = tokens[first + at - 1]!;
  const { start, end: until } = tokens[first + at]!;
  if (start === end) return 0;
  if (width === 0) return 1;
  let broken = end;
  while (broken < start && text.charCodeAt(broken) !== 0x0a) broken++;
  if (broken === start) return 1;
  const line = broken - (text.lastIndexOf('\n', end - 1) + 1);
  return line + 1 + (until - start) < width - 8 ? 3 : 2;
}

/** Whether a sentence may begin with token `at` at all. What is ruled out here is never asked about. */
export function mayBegin({ tokens, first, shapes }: Stretch, at: number, gap: number): boolean {
  if (gap >= 2) return true;
  const before = shapes[at - 1]!;
  const after = shapes[at]!;
  if (tokens[first + at]!.joined) return false;
  if (isTerminal(before)) return !isTerminal(after) && (gap > 0 || !isCloser(after));
  if (gap === 0) return isCloser(before) && at > 1 && isTerminal(shapes[at - 2]!) && isWordShape(after);
  if (before === SHAPE.comma || isTerminal(after) || after === SHAPE.comma || after === SHAPE.colon) return false;
  if (isWordShape(before) && before < SHAPE.abbreviation) return after !== SHAPE.lower && !isCloser(after);
  return true;
}
