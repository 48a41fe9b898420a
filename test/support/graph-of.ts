import type { Extraction } from '../../src/knowledge/extraction.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from './a-graph.ts';

/** A graph of articles that came in these batches, one after another. */
export async function graphOf(batches: readonly (readonly Extraction[])[]): Promise<GraphStore> {
  const store = aGraph();
  for (const batch of batches) await store.remember(batch);
  return store;
}
