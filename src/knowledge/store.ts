import type { Change, Neighbours } from './change.ts';
import type { Extraction } from './extraction.ts';

/** What became of an article version: `unchanged` was there already, `older` is kept behind a newer current version. */
export type Applied = 'added' | 'replaced' | 'older' | 'unchanged';

/** `resolve`: a pure function from an extraction and what the store knows by its keys to what must change. */
export type Resolve = (extraction: Extraction, neighbours: Neighbours) => Change;

/** A page of articles in the order of `ArticleKey`, descending: the newest first. */
export interface ArticlePage {
  readonly articles: readonly Extraction[];
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

/** The longest page that any adapter returns. */
export const MAX_PAGE = 500;

/**
 * The graph's port, in the graph's words. Every adapter passes `test/store/conformance.ts`.
 * A call that fails throws `StoreError`; nothing is half-written.
 */
export interface GraphStore {
  /** Reads the neighbours by key and writes what `resolve` answers, in one transaction; durable when it returns. */
  apply(extraction: Extraction, resolve: Resolve): Promise<Applied>;
  /** The current version of an article, or null. */
  article(id: string): Promise<Extraction | null>;
  /** Current versions, newest first. `first` is 1 to MAX_PAGE. */
  articles(page: { readonly first: number; readonly after: ArticleKey | null }): Promise<ArticlePage>;
  /** Every stored version, one at a time, ordered by article id and version: what `verify` re-reads. */
  versions(): AsyncIterable<StoredVersion>;
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}

/** One version as the store keeps it: the bytes are the truth, the columns beside them must agree. */
export interface StoredVersion {
  readonly articleId: string;
  readonly version: string;
  readonly release: string;
  readonly current: boolean;
  readonly json: string;
}
