/** What happened to the graph: an article came in, a newer version took an older one's place or was kept behind it, a curator decided. */
export type ChangeKind = 'added' | 'replaced' | 'older' | 'retracted' | 'decided' | 'undone';

/** One line of the log of commits. */
export interface Change {
  /** Its place in the log, from 1, without gaps; the log is the store's own, and outlives every process. */
  readonly seq: number;
  readonly at: string;
  readonly kind: ChangeKind;
  /** The articles that it is about. */
  readonly articles: readonly string[];
  /** The version that came in; null for a decision. */
  readonly version: string | null;
  readonly source: string | null;
  readonly decision: string | null;
  /** Signatures of the entities and events that the articles speak of, before or after it. */
  readonly signatures: readonly string[];
}

/** A change that has no place in the log yet. */
export type NewChange = Omit<Change, 'seq'>;
