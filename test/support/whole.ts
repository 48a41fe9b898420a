import type { GraphStore } from '../../src/knowledge/store.ts';
import { collected } from './collected.ts';

/** Every fact of a graph, without the log of decisions; the graph is closed. */
export async function whole(store: GraphStore): Promise<string[]> {
  const records = await collected(store.records());
  await store.close();
  return records.filter(({ record }) => record !== 'decision').map((record) => JSON.stringify(record));
}
