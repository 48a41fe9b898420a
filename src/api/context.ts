import type { GraphStore } from '../knowledge/store.ts';

/** What every resolver of one request may use. */
export interface Context {
  readonly store: Pick<GraphStore, 'article' | 'articles' | 'health'>;
}
