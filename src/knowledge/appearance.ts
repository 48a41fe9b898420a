import type { Extraction } from './extraction.ts';

/** What identity is decided by: plain JSON, lists sorted, no key absent. Appearances with equal signatures are one node. */
export type Signature = EntitySignature | EventSignature | TextSignature | UtteranceSignature;

export interface EntitySignature extends Decided {
  readonly kind: 'entity';
  readonly type: string;
  /** Distinct names, normalised. */
  readonly names: readonly string[];
  /** First and last names that a person's may be short for: "joseph melk" of "Joe Melk". */
  readonly fuller: readonly string[];
  readonly country: string | null;
  readonly gazetteer: string | null;
  /** For a body that every country has: the place that its article is about. */
  readonly setting: string | null;
  /** What one without a name may be known by; null for the named, and for those who are nobody another article could mean. */
  readonly unnamed: UnnamedSignature | null;
  /** For a person of whom only a last name is told: what the article is about. Empty for all others. */
  readonly story: readonly string[];
}

/** One without a name, as an article of a day calls it. */
export interface UnnamedSignature {
  readonly noun: string;
  /** How many of its article that noun tells of before it, those with more mentions first. */
  readonly rank: number;
  /** The day of publication. */
  readonly day: string;
  /** What stands before its noun, folded: "23", "armed". */
  readonly before: readonly string[];
  /** Names and numbers in what it is called. */
  readonly marks: readonly string[];
  /** What its article is about, the foremost first. */
  readonly story: readonly string[];
}

export interface EventSignature extends Decided {
  readonly kind: 'event';
  readonly type: string;
  /** Its word, or the first of those that say the same, as a stem. */
  readonly word: string;
  readonly mode: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Gazetteer ids or normalised names, narrow to wide. */
  readonly places: readonly string[];
  /** The country of its place, where that is known. */
  readonly country: string | null;
  /** Normalised names of those who take part, with `a:` for actors and `r:` for recipients. */
  readonly actors: readonly string[];
  /** What its article is about, in words of names; empty where place and parties tell enough. */
  readonly story: readonly string[];
}

/** The body of an article, reduced to what its reprints have in common with it. */
export interface TextSignature extends Decided {
  readonly kind: 'text';
  readonly sketch: readonly number[];
}

/** What someone is quoted with. */
export interface UtteranceSignature extends Decided {
  readonly kind: 'utterance';
  /** Keys of who says it. */
  readonly speakers: readonly string[];
  /** Folded words inside quotation marks, a space between two. */
  readonly words: string;
}

/** Curators' decisions: two signatures that share a `same` are one, two that share a `different` are not. */
interface Decided {
  readonly same: readonly string[];
  readonly different: readonly string[];
  /** The name a curator gave it, with the decision's id before it, so that the latest can be told. */
  readonly named: string | null;
  /** The appearance itself, where no other has its signature: something was decided about who it is, or its name is too short to tell. */
  readonly pin: string | null;
}

/** One entity, event, text or utterance as one article has it, reduced to what identity is decided by. */
export interface Appearance {
  /** Its id in the extraction: e1, v1, s1; `text` for the article itself. */
  readonly local: string;
  readonly signature: Signature;
  /** Where it can be found and finds others: two anchors may be one only if they share a key. Empty for attachers. */
  readonly keys: readonly string[];
  /** Where one that is no anchor looks for the one anchor it may join. */
  readonly reach: readonly string[];
  /** Where an anchor is found by those who look for it, and only by them; null where it is by its keys alone. */
  readonly called: Called | null;
}

/** Under what less than its name something of an article may be known elsewhere: one's last name, on a day. */
export interface Called {
  readonly key: string;
  /** What the article is about, in words with a space between two. */
  readonly about: string;
}

/** Decides who is who; pure. `src/resolve` is one. */
export interface Resolver {
  /** Entities, events, quotations and the text of an article; those that no other article can mean have neither keys nor reach. */
  appearancesOf(extraction: Extraction): readonly Appearance[];
  /** Its id; `json` is the signature as JSON, where that is at hand. */
  signatureId(signature: Signature, json?: string): string;
  /** The keys of an anchor, from its signature alone; none for what is no anchor. */
  keysOf(signature: Signature): readonly string[];
  /** Parts a set of anchors, closed under shared keys, into those that are one; the same for any order. `keysOf` gives the keys of each. */
  clusters(
    anchors: ReadonlyMap<string, Signature>,
    keysOf: (id: string) => readonly string[],
  ): readonly (readonly string[])[];
  /**
   * Which one of the anchors it joins, if any: of those who have a key that it looks for, or of those that articles have
   * called so, each with what such an article is about.
   */
  attach(
    signature: Signature,
    anchors: ReadonlyMap<string, Signature>,
    called: readonly (readonly [id: string, anchor: Signature, about: string])[],
  ): string | null;
}
