import type { Change } from './change.ts';
import type { Act, Decision } from './decision.ts';
import type { Extraction } from './extraction.ts';
import type { GraphReads, ToldVersion } from './questions.ts';
import type { GraphRecord } from './records.ts';
import type { RowStore, Step } from './rows.ts';

/** What became of an article version: `unchanged` was there already, `older` is kept behind a newer one, `retracted` is refused. */
export type Applied = 'added' | 'replaced' | 'older' | 'unchanged' | 'retracted';

/** A page of articles in the order of `ArticleKey`, descending: the newest first. */
export interface ArticlePage {
  readonly articles: readonly ToldVersion[];
  readonly hasNext: boolean;
}

/** Where a page ends; the total order of articles: by instant of publication, then by id, both descending. */
export interface ArticleKey {
  readonly publishedAt: string;
  readonly id: string;
}

export interface StoreHealth {
  readonly kind: string;
  readonly articles: number;
  readonly versions: number;
}

/** How much a graph holds, by kind. */
export interface StoreStats {
  readonly entities: number;
  readonly events: number;
  readonly statements: number;
  readonly relations: number;
  readonly claims: number;
  readonly decisions: number;
}

/** The longest page that any question is answered with. */
export const MAX_PAGE = 500;

/** A curator's act that is not yet in the log. */
export interface Deciding {
  readonly act: Act;
  readonly by: string;
  readonly why: string | null;
}

/** How many rows of the view were compared with their recomputation, and what is wrong with them. */
export interface GraphCheck {
  readonly facts: number;
  readonly faults: readonly string[];
}

/** One version as the store keeps it: the bytes are the truth, the columns beside them must agree. */
export interface StoredVersion {
  readonly articleId: string;
  readonly version: string;
  readonly release: string;
  readonly current: boolean;
  readonly ingestedAt: string;
  readonly json: string;
}

/** A version of an article, as one release read it. */
export interface VersionKept {
  readonly article: string;
  readonly version: string;
  readonly release: string;
}

/**
 * What writes to a graph. A call that fails throws `StoreError`; nothing is half-written, and what is acknowledged is
 * durable. Every store passes `test/store/conformance.ts`.
 */
export interface GraphWrites {
  /** Takes in articles, in one transaction, and tells what became of each. Any order and batching gives the same graph. */
  remember(extractions: readonly Extraction[]): Promise<readonly Applied[]>;
  /** Whether it is there already, as this release read it. */
  knows(version: VersionKept): Promise<boolean>;
  /** Writes a decision into the log and changes the graph around it. Throws InputError for one that says nothing. */
  decide(deciding: Deciding): Promise<Decision>;
  /** Puts decisions of an exported graph into an empty log, before the articles they are about. */
  restore(records: readonly Extract<GraphRecord, { record: 'decision' }>[]): Promise<void>;
}

/** A graph: what remembers and what answers. */
export interface GraphStore extends GraphWrites, GraphReads {
  /** The same graph, whose reads end with the signal's reason when it is aborted, in the store too; long ones await a step between their parts. */
  within(signal: AbortSignal, step?: Step): GraphStore;
  /** The current version of an article, or null. */
  article(id: string): Promise<Extraction | null>;
  /** Current versions, newest first. `first` is 1 to MAX_PAGE. */
  articles(page: { readonly first: number; readonly after: ArticleKey | null }): Promise<ArticlePage>;
  /** Every stored version, one at a time, ordered by article id and version: what `verify` re-reads. */
  versions(): AsyncIterable<StoredVersion>;
  /** The log of decisions, in order of their ids. */
  decisions(): AsyncIterable<Decision>;
  /** The place of the newest line in the log of commits; 0 for an empty log. */
  lastChange(): Promise<number>;
  /** The log of commits behind a place, oldest first. `first` is 1 to MAX_PAGE. Whoever writes, in which process, is in it. */
  changes(after: number, first: number): Promise<readonly Change[]>;
  /** All there is, for an export: sorted, and the same for the same graph. */
  records(): AsyncIterable<GraphRecord>;
  /** Makes the view again in an empty store and compares; finds facts that nothing supports. */
  check(scratch: RowStore): Promise<GraphCheck>;
  health(): Promise<StoreHealth>;
  /** Counts every kind; takes longer the more there is. */
  stats(): Promise<StoreStats>;
  close(): Promise<void>;
}
