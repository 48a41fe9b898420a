import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** A word as Universal Dependencies splits it: "don't" is "do" + "n't", "Oduya's" is "Oduya" + "'s". */
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
 * What the language model says of each token, by token index. Tokens that are in no sentence are not read: their tags are
 * `_`, their head is -1, their name `O`, their vector zeros.
 */
export interface ReadingLayer {
  /** Part of speech of Universal Dependencies: `VERB`. */
  readonly upos: readonly string[];
  /** Part of speech of the Penn Treebank: `VBD`. */
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  /** `Mood=Ind|Tense=Past`, of the features that later steps use; null where there are none. */
  readonly feats: readonly (string | null)[];
  /** Index of the token that each depends on, in the same sentence; -1 for the root, of which a sentence has one. */
  readonly heads: readonly number[];
  /** Relation to the head, with its subtype: `nsubj:pass`. */
  readonly relations: readonly string[];
  /** Legal BIO: `B-Person`, `I-Person`, `O`. */
  readonly names: readonly string[];
  /** `width` numbers a token, one after the other: what heads of later steps start from. Empty where nothing is read. */
  readonly vectors: Float32Array;
  readonly width: number;
}

/** Tokens `[first, last)`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A nominal with what belongs to it; its conjuncts are phrases of their own. */
export interface NounPhrase {
  /** The token that it is named by: "ministers" in "two foreign ministers of the bloc". */
  readonly head: number;
  /** From its determiner to its head, without what follows: "two foreign ministers". */
  readonly base: Stretch;
  /** With what follows it, without the preposition before it: "two foreign ministers of the bloc". */
  readonly full: Stretch;
}

/** A predicate (a verb, or what stands with a copula) and its own parts, each a token or null. */
export interface Clause {
  readonly predicate: number;
  /** Grammatical subject: in the passive, who it was done to. */
  readonly subject: number | null;
  /** The subject, or where none is stated who is understood: "left" in "She rose and left", "who" is its antecedent. */
  readonly understood: number | null;
  readonly object: number | null;
  readonly indirectObject: number | null;
  /** Who did it, in the passive: "police" in "was arrested by police". */
  readonly agent: number | null;
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  readonly auxiliaries: readonly number[];
  readonly copula: number | null;
  /** Everything below the predicate, other clauses included. */
  readonly extent: Stretch;
}

/** The trees of an article as they are asked: downwards, and by phrase and clause. All lists are in text order. */
export interface SyntaxLayer extends Pick<ReadingLayer, 'upos' | 'lemmas' | 'feats' | 'heads' | 'relations'> {
  /** By token, its dependents. */
  readonly children: readonly (readonly number[])[];
  /** By token, from its first descendant to its last, itself included. */
  readonly extents: readonly Stretch[];
  readonly nounPhrases: readonly NounPhrase[];
  readonly clauses: readonly Clause[];
}

/** What a name stands for. Location and Facility become Place, NORP (nationalities, religions, parties) Group. */
export type NameLabel =
  | 'Person'
  | 'Organization'
  | 'Location'
  | 'Facility'
  | 'NORP'
  | 'Date'
  | 'Money'
  | 'Product'
  | 'Misc';

/** One mention by name, tokens `[first, last)`: "Tamir-Bek Ardakov", without title, honorific and "'s". */
export interface NameMention extends Span, Stretch {
  readonly label: NameLabel;
}

/** Names in text order; they do not overlap. */
export interface EntityLayer {
  readonly mentions: readonly NameMention[];
}

/**
 * Every annotation layer by name. A step names the layers that it needs and the one that it gives;
 * a later layer is added here, in its step's file and in the list of its language.
 */
export interface Layers {
  readonly tokens: TokenLayer;
  readonly reading: ReadingLayer;
  readonly syntax: SyntaxLayer;
  readonly entities: EntityLayer;
}

export type LayerName = keyof Layers;

/** A document with the layers that a pipeline gave it. */
export interface Annotated<Given extends LayerName = LayerName> {
  readonly document: Document;
  readonly layers: Pick<Layers, Given>;
}
