import type { Range, TableName, Value } from './rows.ts';

/** A range without its prefixes. */
export type Bounds<Name extends TableName = TableName> = Omit<Range<Name>, 'prefixes' | 'ahead'>;

/**
 * Ranges that will be asked for next, of the signatures of entities or events, or of relations. A store to which each way is long may bring
 * them along; no answer depends on it.
 */
export interface Ahead {
  readonly bounds: Bounds;
  /** Each prefix, by a signature or the id of a relation; with `of`, by a signature of each of those nodes. */
  readonly prefixes: readonly ((...signatures: string[]) => readonly Value[])[];
  /** Ids of nodes; those that the answer leads to where none are given. */
  readonly of?: readonly string[];
  readonly by?: 'signature' | 'relation';
  /** Also of the nodes from which a relation of this type leads to them. */
  readonly from?: string;
}
