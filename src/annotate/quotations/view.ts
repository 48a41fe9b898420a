import type { Segment } from '../../document/document.ts';
import type {
  EntityLayer,
  ReadingLayer,
  Sentence,
  StoryLayer,
  Stretch,
  SyntaxLayer,
  TokenLayer,
} from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';

/** What the rules for quotations look at. */
export interface View {
  readonly text: string;
  readonly tokens: TokenLayer['tokens'];
  readonly sentences: readonly Sentence[];
  readonly reading: ReadingLayer;
  readonly syntax: SyntaxLayer;
  readonly entities: EntityLayer;
  readonly story: StoryLayer;
  /** By token, the index of its sentence; -1 where it is not read. */
  readonly sentenceOf: Int32Array;
  /** Segments that are headlines: nobody named there speaks elsewhere, as the story names them anew. */
  readonly headlines: ReadonlySet<number>;
}

/** The token as it is written. */
export function wordAt({ text, tokens }: Pick<View, 'text' | 'tokens'>, token: number): string {
  return text.slice(tokens[token]!.start, tokens[token]!.end);
}

/** The span of some tokens. */
export function spanOf({ tokens }: Pick<View, 'tokens'>, { first, last }: Stretch): { start: number; end: number } {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end };
}

/** The tokens of a span. */
export function tokensOf({ tokens }: Pick<View, 'tokens'>, { start, end }: Span): Stretch {
  return { first: firstAt(tokens, start), last: firstAt(tokens, end) };
}

/** The first token that starts at or after an offset. */
export function firstAt(tokens: View['tokens'], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The indices of the headlines among the segments of a document. */
export function headlinesOf(segments: readonly Segment[]): Set<number> {
  return new Set(segments.flatMap(({ kind }, at) => (kind === 'headline' ? [at] : [])));
}

/** By token, the index of its sentence; -1 where it is not read. */
export function sentencesByToken(count: number, sentences: readonly Sentence[]): Int32Array {
  const found = new Int32Array(count).fill(-1);
  for (const [at, { first, last }] of sentences.entries()) found.fill(at, first, last);
  return found;
}

/** The token of a stretch that the others depend on: the first whose head lies outside it. */
export function headOf({ syntax }: View, { first, last }: Stretch): number {
  for (let at = first; at < last; at++) {
    const head = syntax.heads[at]!;
    if ((head < first || head >= last) && syntax.relations[at] !== 'punct') return at;
  }
  return last - 1;
}
