import type { GraphStore } from '../knowledge/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Viewer } from './access/access.ts';
import type { Layouts } from './graph/layouts.ts';
import type { ChangeFeed } from './live/change-feed.ts';
import { type Loaders, loadersOf } from './loaders.ts';
import type { ArticleInput } from './mutations/inputs.ts';
import type { Ingested } from './types/ingested.ts';
import { type Watch, watched } from './watch.ts';

/** The kinds and their labels that answers are told in. */
export type Kinds = Pick<Vocabulary, 'events' | 'contexts' | 'entities' | 'relations' | 'links' | 'say'>;

/** An entity that a name can mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country: string | null;
  readonly articleCount: number;
}

/** How a name was taken: as nobody's, with what may have been meant, or as that of one of several. */
export type Hint = { readonly argument: string; readonly name: string } & (
  | { readonly didYouMean: readonly string[] }
  | { readonly meant: Candidate; readonly others: readonly Candidate[] }
);

/** A line of the audit log: who did what to what, and what came of it. Never the text of an article. */
export interface Audited {
  readonly by: string;
  readonly what: string;
  readonly on: string;
  readonly outcome: string;
}

/** What all requests of a server share. */
export interface Shared {
  readonly store: GraphStore;
  readonly kinds: Kinds;
  readonly layouts: Layouts;
  readonly feed: ChangeFeed;
  /** Reads an article and keeps it. */
  ingest(article: ArticleInput): Promise<Ingested>;
  audit(line: Audited): void;
}

/** What every resolver of one request may use. */
export interface Context extends Shared {
  readonly load: Loaders;
  readonly watch: Watch;
  /** Who asks; null for somebody without a key. */
  readonly viewer: Viewer | null;
  /** Filled while the request is answered, and told with the answer. */
  readonly hints: Hint[];
}

/** The context of a request; a store may keep what it read as long as that lasts. */
export function contextOf(shared: Shared, watch: Watch, viewer: Viewer | null): Context {
  const within = shared.store.within(watch.signal, () => watch.step());
  return lastingContextOf({ ...shared, store: within }, watch, viewer);
}

/** The context of a subscription: what its store is asked is read anew each time. */
export function lastingContextOf(shared: Shared, watch: Watch, viewer: Viewer | null): Context {
  const store = watched(shared.store, watch);
  return { ...shared, store, load: loadersOf(store), watch, viewer, hints: [] };
}
