import type { Range, Tables } from './rows.ts';
import type { Stance, Standing } from './views.ts';

/** Lists whose rows lead to events or statements. */
export type ListName = 'timeline' | 'said';

/**
 * What is asked of the events or statements that a list leads to, as far as a store may be able to tell where they lie: nodes
 * are given by id. Whether one answers is decided by the graph; a store only passes over those that cannot.
 */
export interface Wanted {
  readonly standing?: readonly Standing[];
  readonly modes?: readonly string[];
  readonly contexts?: readonly string[];
  readonly minSources?: number;
  readonly minConfidence?: number;
  /** Entities that all take part in it. */
  readonly together?: readonly string[];
  /** Who vouches for it. */
  readonly speaker?: string;
  /** An outlet that tells it, in any version; an instant at which one was current that does. */
  readonly source?: string;
  readonly asOf?: number;
  readonly stance?: Stance;
  readonly kinds?: readonly string[];
  readonly classes?: readonly string[];
  /** Words that it can be found under. */
  readonly words?: readonly string[];
}

/** Rows of ranges of one order, merged, that lead to something wanted. */
export interface Sift<Name extends ListName> {
  /** All of the same limit: so many rows come at most. */
  readonly ranges: readonly Range<Name>[];
  readonly wanted: Wanted;
  /** So many rows are looked at, of all ranges together. */
  readonly most: number;
}

/** What came of it. */
export interface Sifted<Name extends ListName> {
  readonly rows: readonly Tables[Name][];
  readonly looked: number;
  /** The last row looked at, where there may be more behind it; null at the end. */
  readonly until: Tables[Name] | null;
}
