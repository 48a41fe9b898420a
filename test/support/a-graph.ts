import { ROOT } from '../../src/config.ts';
import { openGraph } from '../../src/graph/graph.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { resolverOf } from '../../src/resolve/resolver.ts';
import { openRows } from '../../src/store/open.ts';
import { openVocabulary } from '../../src/vocabulary/compiled.ts';

const resolver = resolverOf(await openVocabulary(ROOT));

/** A graph in this file, or in memory, on a day that stays the same. */
export function aGraph(file = ':memory:', { create = true, password = null as string | null } = {}): GraphStore {
  return openGraph({ rows: openRows(file, { create, password }), resolver, clock: () => '2024-02-20T00:00:00.000Z' });
}
