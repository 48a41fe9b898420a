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
 * What the story model says of each token, read in windows of several sentences so that a quotation may run over their
 * ends. Tokens that are not read have -Infinity for B and I, 0 for O, and zeros in the vectors. Flat arrays, by token.
 */
export interface StoryLayer {
  /** Log-probabilities of O, B, I: 3 numbers a token, for each part of an attribution (PolNeAR's terms). */
  readonly content: Float32Array;
  readonly cue: Float32Array;
  readonly source: Float32Array;
  /** Log-probabilities of supportive, critical, neutral toward what this token names, were it a target: 3 numbers a token. */
  readonly stance: Float32Array;
  /** Log-probabilities over `labels.mention`: what the token mentions as the head of a mention ("and" heads "A and B"). */
  readonly mention: TokenNumbers;
  /** Log-probabilities over `labels.act`: the kind of event that the token tells; PLOVER's CONCEDE and RETREAT are YIELD. */
  readonly act: TokenNumbers;
  /** How surely what the token tells happened: about -3 to 3, one number a token. */
  readonly fact: TokenNumbers;
  readonly labels: { readonly mention: readonly string[]; readonly act: readonly string[] };
  /** `says` of a content's token times `speaks` of a source's grows with how likely the second says the first. */
  readonly says: TokenNumbers;
  readonly speaks: TokenNumbers;
  /** `refers` of a head times `means` of an earlier one, and `near` of their distance: how likely both mention one entity; 0 is nobody before. */
  readonly refers: TokenNumbers;
  readonly means: TokenNumbers;
  /** By distance in tokens: 0, else 1 + the whole part of its binary logarithm; the last for all farther ones. */
  readonly near: readonly number[];
  /** `frames` of a head times `opens` and `closes` of the tokens of its sentence: the first and the last of its mention. */
  readonly frames: TokenNumbers;
  readonly opens: TokenNumbers;
  readonly closes: TokenNumbers;
}

/** Numbers of tokens: `width` of each, one token after another. */
export interface TokenNumbers {
  readonly values: Float32Array;
  readonly width: number;
}

/** Someone's words as the article gives them, before it is known who that someone is. */
export interface Quotation {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** What is said, in text order; without the quotation marks around it. At least one. */
  readonly content: readonly Span[];
  /** The words that name who says it ("the ministry", "he"), and the token that they are named by. */
  readonly source: (Span & { readonly head: number }) | null;
  /** The words of saying, their lemma in the list of reporting verbs and its SAY class; null where there are none. */
  readonly cue: (Span & { readonly head: number; readonly lemma: string; readonly class: string }) | null;
  /** Index in the layer of the quotation that this one stands in: "Reuters says [Putin said …]". */
  readonly within: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface QuotationLayer {
  /** By start of the content; an enclosing one stands before what it encloses. */
  readonly quotations: readonly Quotation[];
  /** Words in quotation marks that nobody says here: 'colour revolutions', a title, a nickname. With their marks. */
  readonly scareQuotes: readonly Span[];
}

/** A time expression as TimeML's TIMEX3 has it, never more precise than its words. */
export interface TimeExpression extends Span, Stretch {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value: `2022-01-05`, `2022-W01`, `2022-01-05TNI`, `P2D`, `XXXX-WXX-5`, `PAST_REF`. */
  readonly value: string;
  /** Extended Date/Time Format (ISO 8601-2); null where the value has no place on the calendar. */
  readonly edtf: string | null;
  /** First and last day it may cover, `2022-01-05`; null where open or unknown. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: 'explicit' | 'relative' | 'narrative' | 'publication';
  /** The expression that it is counted from ("three days [later]"), as an index in the layer; null for the publication day or none. */
  readonly anchor: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface TimeLayer {
  /** In text order; they do not overlap. */
  readonly times: readonly TimeExpression[];
}

/** Words that refer to an entity. */
export interface EntityMention extends Span, Stretch {
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** The token that it is named by. */
  readonly head: number;
  /** Index in `CoreferenceLayer.entities`. */
  readonly entity: number;
}

/** One entity as this article has it. */
export interface ArticleEntity {
  readonly type: 'Person' | 'Organization' | 'Place' | 'Group';
  /** The fullest name used, else the words of its fullest nominal. */
  readonly name: string;
  /** Each distinct name and where it is first used. */
  readonly aliases: readonly (Span & { readonly name: string })[];
  /** Indices in `CoreferenceLayer.mentions`, in text order. At least one. */
  readonly mentions: readonly number[];
  /** ISO 3166-1 alpha-3 with the words that say so; null and null where no words do. */
  readonly country: { readonly code: string; readonly start: number | null; readonly end: number | null } | null;
  /** Id in the shipped gazetteer. */
  readonly gazetteer: string | null;
  /** Titles and roles that stand with its names: "president" of index 3 (a country or body), with the words. */
  readonly offices: readonly (Span & {
    readonly title: string;
    readonly of: number | null;
    readonly former: boolean;
  })[];
  readonly rule: string;
  readonly confidence: number;
}

/** Who is meant: every mention belongs to one entity, a pronoun or nominal that refers to nobody known is no mention. */
export interface CoreferenceLayer {
  /** In text order; they may nest ("[the president of [Kazakhstan]]") but not cross. */
  readonly mentions: readonly EntityMention[];
  /** By first mention. */
  readonly entities: readonly ArticleEntity[];
}

/** A quotation with everyone it concerns: entity indices are those of the coreference layer. */
export interface StatementReading extends Quotation {
  readonly speaker: number | null;
  readonly audience: readonly (Span & { readonly entity: number })[];
  /** Where and by which means it is said: "by video link", "at a summit in Moscow". */
  readonly setting: Span | null;
  /** When it is said, as an index in `TimeLayer.times`; null where its words do not tell. */
  readonly saidAt: number | null;
  readonly about: readonly (Span & {
    readonly entity: number;
    readonly stance: 'supportive' | 'critical' | 'neutral';
    /** Whether what is said of it is said not to be so: "not because of [the strike]". */
    readonly denied: boolean;
  })[];
}

export interface StatementLayer {
  /** One for each quotation, in the same order, so that `within` counts in both. */
  readonly statements: readonly StatementReading[];
}

/** How far something is asserted to happen; "said is not happened" rests on it. */
export type Modality = 'actual' | 'ongoing' | 'planned' | 'conditional' | 'hypothetical' | 'negated';

/** How many, as far as the words say; null for an open end. */
export interface Quantity {
  readonly min: number | null;
  readonly max: number | null;
}

/** Who takes part in an event; the span is that of the mention. */
export interface EventParticipant extends Span {
  /** Index in `CoreferenceLayer.entities`. */
  readonly entity: number;
  readonly role: 'actor' | 'recipient';
  readonly quantity: Quantity | null;
}

/** One event of the article, told once or several times; the span is the clause of its first telling. */
export interface EventReading extends Span {
  /** A kind of schema/events, and its mode where the words tell one. */
  readonly type: string;
  readonly mode: string | null;
  readonly lemma: string;
  readonly contexts: readonly string[];
  /** The narrator's, else the first voucher's. */
  readonly modality: Modality;
  /** Code of PLOVER's manual for type and modality; null for OTHER. */
  readonly plover: string | null;
  /** The words that announce it, first told and each time; `mentions` is never empty. */
  readonly trigger: Span;
  readonly mentions: readonly Span[];
  /** Index in `TimeLayer.times`. */
  readonly time: number | null;
  readonly timeBasis: 'clause' | 'sentence' | 'narrative' | null;
  /** Index in `CoreferenceLayer.entities`, with the words that name it. */
  readonly place: number | null;
  readonly placeSpan: Span | null;
  readonly placeBasis: 'clause' | 'sentence' | 'narrative' | null;
  readonly participants: readonly EventParticipant[];
  /** Who asserts it and how: the narrator is null, else an index in `StatementLayer.statements`. At least one, each once. */
  readonly vouchers: readonly { readonly statement: number | null; readonly modality: Modality }[];
  /** The statement that this event is the act of ("blamed"); null for all others. */
  readonly speechAct: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface EventLayer {
  /** By first trigger. */
  readonly events: readonly EventReading[];
  /**
   * Those whom only an event needs ("thousands", "the old town"): entities that go on where `CoreferenceLayer.entities` ends, and
   * mentions that go on where its mentions end.
   */
  readonly unnamed: {
    readonly entities: readonly ArticleEntity[];
    readonly mentions: readonly EntityMention[];
  };
}

/** How two events of the article hang together, and the words that say so. */
export interface LinkReading extends Span {
  /** A kind of schema/links.yaml. */
  readonly type: string;
  /** Indices in `EventLayer.events`. */
  readonly from: number;
  readonly to: number;
  /** Whether the words deny it: "not because of the rallies". */
  readonly negated: boolean;
  /** Who asserts or denies it: the narrator is null, else an index in `StatementLayer.statements`. */
  readonly statement: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface LinkLayer {
  /** By position of their words. */
  readonly links: readonly LinkReading[];
}

/** An event that a statement is about, beside the entities of `StatementReading.about`; the span is that of its words. */
export interface EventTarget extends Span {
  /** Index in `StatementLayer.statements`. */
  readonly statement: number;
  /** Index in `EventLayer.events`. */
  readonly event: number;
  readonly stance: 'supportive' | 'critical' | 'neutral';
  readonly denied: boolean;
}

export interface TargetLayer {
  /** By statement, then by position. */
  readonly targets: readonly EventTarget[];
}

/** A lasting fact about an entity, and the words that say so. */
export interface RelationReading extends Span {
  /** A kind of schema/relations.yaml. */
  readonly type: string;
  /** Indices in `CoreferenceLayer.entities`; `to` is null where the kind has none (BORN). */
  readonly from: number;
  readonly to: number | null;
  readonly label: string | null;
  /** EDTF: a day or an interval in which it began or ended; null where no words say so. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly negated: boolean;
  /** Who asserts it: the narrator is null, else an index in `StatementLayer.statements`. */
  readonly statement: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export interface RelationLayer {
  /** By position of their words. */
  readonly relations: readonly RelationReading[];
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
  readonly times: TimeLayer;
  readonly story: StoryLayer;
  readonly quotations: QuotationLayer;
  readonly coreference: CoreferenceLayer;
  readonly statements: StatementLayer;
  readonly events: EventLayer;
  readonly targets: TargetLayer;
  readonly links: LinkLayer;
  readonly relations: RelationLayer;
}

export type LayerName = keyof Layers;

/** A document with the layers that a pipeline gave it. */
export interface Annotated<Given extends LayerName = LayerName> {
  readonly document: Document;
  readonly layers: Pick<Layers, Given>;
}
