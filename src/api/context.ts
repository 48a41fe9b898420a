import type { GraphStore } from '../knowledge/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Layouts } from './graph/layouts.ts';
import { type Loaders, loadersOf } from './loaders.ts';
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

/** What every resolver of one request may use. */
export interface Context {
  readonly store: GraphStore;
  readonly load: Loaders;
  readonly kinds: Kinds;
  readonly watch: Watch;
  /** Shared by all requests of a server. */
  readonly layouts: Layouts;
  /** Filled while the request is answered, and told with the answer. */
  readonly hints: Hint[];
}

/** The context of a request over a store. */
export function contextOf({ store, ...shared }: Pick<Context, 'store' | 'kinds' | 'layouts'>, watch: Watch): Context {
  const own = watched(store, watch);
  return { ...shared, store: own, load: loadersOf(own), watch, hints: [] };
}
