import type { ReadingLayer, Sentence, Token } from '../../document/layers.ts';

/** What the rules for names look at. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly reading: ReadingLayer;
}

/** The token as it is written; empty beyond the ends of the article. */
export function wordAt({ text, tokens }: Words, token: number): string {
  const span = tokens[token];
  return span ? text.slice(span.start, span.end) : '';
}

/** Whether a token stands right behind the one before it, without white space. */
export function isAttached({ tokens }: Words, token: number): boolean {
  return token > 0 && token < tokens.length && tokens[token - 1]!.end === tokens[token]!.start;
}

/** Whether a token is a hyphen with words written against both its sides: "Tamir-Bek". */
export function isHyphen(words: Words, token: number): boolean {
  return /^[-\u2010\u2011]$/.test(wordAt(words, token)) && isAttached(words, token) && isAttached(words, token + 1);
}

/** The words of a stretch with one space between them. */
export function wordsOf(words: Words, { first, last }: { readonly first: number; readonly last: number }): string {
  return Array.from({ length: last - first }, (_, at) => wordAt(words, first + at)).join(' ');
}
