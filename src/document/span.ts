/** Half-open stretch of `Document.text` in UTF-16 code units: `text.slice(start, end)` is its words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of a span. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span without white space at either end; empty (start = end) where there is nothing else. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** White space as `\s` has it, and the zero-width space and byte order mark that web text carries between words. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
