import type { Subject } from '../../knowledge/decision.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { extractionOf } from '../stored-extraction.ts';

/** The words that a decision about an entity or event is anchored to, by any id of it; null where there is none. */
export async function subjectOf(rows: RowReads, id: string): Promise<Subject | null> {
  const [own] = await rows.get('appearance', [[id]]);
  const [first] = own ? [own] : await firstOfNode(rows, id);
  if (!first || (first.kind !== 'entity' && first.kind !== 'event')) return null;
  const [[version], [read]] = await Promise.all([
    rows.get('version', [[first.doc]]),
    rows.get('extraction', [[first.doc]]),
  ]);
  if (!version || !read) return null;
  const { article, entities, events } = extractionOf(version, read);
  const span =
    first.kind === 'entity'
      ? entities.find((entity) => entity.id === first.local)?.mentions[0]
      : events.find((event) => event.id === first.local)?.trigger;
  if (!span) return null;
  const words = article.text.slice(span.start, span.end);
  let occurrence = 0;
  for (let at = article.text.indexOf(words); at < span.start; at = article.text.indexOf(words, at + 1)) occurrence++;
  return { article: article.id, kind: first.kind, words, occurrence };
}

async function firstOfNode(rows: RowReads, node: string) {
  const signatures = await rows.range({ table: 'signature', order: 'node', prefixes: [[node]], limit: 1 });
  return rows.get(
    'appearance',
    signatures.map(({ first }) => [first]),
  );
}
