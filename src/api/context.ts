import type { GraphStore } from '../knowledge/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Loaders, loadersOf } from './loaders.ts';
import { type Watch, watched } from './watch.ts';

/** The kinds and their labels that answers are told in. */
export type Kinds = Pick<Vocabulary, 'events' | 'contexts' | 'entities' | 'relations' | 'links' | 'say'>;

/** A name that nothing in the graph has, and what may have been meant. */
export interface Hint {
  readonly argument: string;
  readonly name: string;
  readonly didYouMean: readonly string[];
}

/** What every resolver of one request may use. */
export interface Context {
  readonly store: GraphStore;
  readonly load: Loaders;
  readonly kinds: Kinds;
  readonly watch: Watch;
  /** Filled while the request is answered, and told with the answer. */
  readonly hints: Hint[];
}

/** The context of a request over a store. */
export function contextOf(store: GraphStore, kinds: Kinds, watch: Watch): Context {
  const own = watched(store, watch);
  return { store: own, load: loadersOf(own), kinds, watch, hints: [] };
}
