import type { Extraction } from './extraction.ts';

/** What identity is decided by: plain JSON, lists sorted, no key absent. Appearances with equal signatures are one node. */
export type Signature = EntitySignature | EventSignature;

export interface EntitySignature extends Decided {
  readonly kind: 'entity';
  readonly type: string;
  /** Distinct names, normalised. */
  readonly names: readonly string[];
  readonly country: string | null;
  readonly gazetteer: string | null;
  readonly offices: readonly string[];
}

export interface EventSignature extends Decided {
  readonly kind: 'event';
  readonly type: string;
  readonly lemma: string;
  readonly mode: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Gazetteer ids or normalised names, narrow to wide. */
  readonly places: readonly string[];
  /** Normalised names of those who take part, with `a:` for actors and `r:` for recipients. */
  readonly actors: readonly string[];
}

/** Curators' decisions: two signatures that share a `same` are one, two that share a `different` are not. */
interface Decided {
  readonly same: readonly string[];
  readonly different: readonly string[];
  /** The name a curator gave it, with the decision's id before it, so that the latest can be told. */
  readonly named: string | null;
  /** The appearance itself, once something was decided about who it is: no other has its signature then. */
  readonly pin: string | null;
}

/** One entity or event as one article has it, reduced to what identity is decided by. */
export interface Appearance {
  /** Its id in the extraction: e1, v1. */
  readonly local: string;
  readonly signature: Signature;
  /** Where it can be found and finds others: two anchors may be one only if they share a key. Empty for attachers. */
  readonly keys: readonly string[];
  /** Where one that is no anchor looks for the one anchor it may join. */
  readonly reach: readonly string[];
}

/** Decides who is who; pure. `src/resolve` is one. */
export interface Resolver {
  /** Entities and events of an article; those that no other article can mean have neither keys nor reach. */
  appearancesOf(extraction: Extraction): readonly Appearance[];
  signatureId(signature: Signature): string;
  /** Parts a set of anchors, closed under shared keys, into those that are one; the same for any order. */
  clusters(anchors: ReadonlyMap<string, Signature>): readonly (readonly string[])[];
  /** Which one of the anchors it joins, if any. */
  attach(signature: Signature, anchors: ReadonlyMap<string, Signature>): string | null;
}
