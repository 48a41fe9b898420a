import { articleOfId } from '../knowledge/node-id.ts';
import type { Tables } from '../knowledge/rows.ts';
import type { Telling } from '../knowledge/views.ts';

type Stored = Omit<Telling, 'appearance' | 'signature' | 'article' | 'wire' | 'ms'>;

/** A telling as the JSON of its appearance's row: without what the row says itself. */
export function storedTelling(telling: Telling): string {
  const { appearance: _, signature: __, article: ___, wire: ____, ms: _____, ...stored } = telling;
  return JSON.stringify(stored satisfies Stored);
}

/** What the row of an event's appearance tells. */
export function tellingOf({ id, signature, ms, json }: Tables['appearance']): Telling {
  const article = articleOfId(id) ?? '';
  return { appearance: id, signature, article, wire: article, ms, ...(JSON.parse(json) as Stored) };
}
