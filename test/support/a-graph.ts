import { resolver } from '../../scripts/resolver.ts';
import { openGraph } from '../../src/graph/graph.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { openRows } from '../../src/store/open.ts';

/** A graph in this file, or in memory, on a day that stays the same. */
export function aGraph(file = ':memory:', { create = true, password = null as string | null } = {}): GraphStore {
  return openGraph({ rows: openRows(file, { create, password }), resolver, clock: () => '2024-02-20T00:00:00.000Z' });
}
