import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** A word as Universal Dependencies splits it: "don't" is "do" + "n't", "Putin's" is "Putin" + "'s". */
export interface Token extends Span {
  /** True for the second and later words of one written token ("n't", "'s"): no space stands before them. */
  readonly joined: boolean;
}

/** Tokens `[first, last)` of the token layer; the span runs from the first token's start to the last one's end. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Index of the segment that it stands in. A sentence never leaves its segment. */
  readonly segment: number;
}

/**
 * Words and sentences of one article, in text order. Tokens cover every character of the text that is not white space;
 * sentences only what is read: headline, caption and paragraph segments.
 */
export interface TokenLayer {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/**
 * Every annotation layer by name. A step names the layers that it needs and the one that it gives;
 * a later layer is added here, in its step's file and in the list of its language.
 */
export interface Layers {
  readonly tokens: TokenLayer;
}

export type LayerName = keyof Layers;

/** A document with the layers that a pipeline gave it. */
export interface Annotated<Given extends LayerName = LayerName> {
  readonly document: Document;
  readonly layers: Pick<Layers, Given>;
}
