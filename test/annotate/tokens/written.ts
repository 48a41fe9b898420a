import type { Token } from '../../../src/document/layers.ts';

/**
 * Tokens as the tables of these tests write them: a space where the text has white space, "|" where a word is split
 * from the one before it, "~" where both are one written token: "Oduya~'s Haldish|-|led bloc|."
 */
export function written(text: string, tokens: readonly Token[]): string {
  return tokens
    .map(({ start, end, joined }, at) => {
      const before = tokens[at - 1];
      const mark = before === undefined ? '' : joined ? '~' : before.end === start ? '|' : ' ';
      return mark + text.slice(start, end);
    })
    .join('');
}

/** The text that a table row stands for. */
export function plain(row: string): string {
  return row.replaceAll('|', '').replaceAll('~', '');
}
