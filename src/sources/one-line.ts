/** Soft hyphens are advice for line breaking, not part of a word. */
const SOFT_HYPHEN = /\u00ad/g;
/** White space as `isSpace` in document/span.ts has it. */
const SPACE = /[\s\u0085\u200b]+/g;

/** Text with each run of white space as one space, and none at its ends. */
export function inOneLine(text: string): string {
  return text.replace(SOFT_HYPHEN, '').replace(SPACE, ' ').trim();
}
