import type { RowReads } from '../../knowledge/rows.ts';
import type { StoredVersion } from '../../knowledge/store.ts';

const BATCH = 100;

/** Every stored version, ordered by article id and version. */
export async function* storedVersions(rows: RowReads): AsyncGenerator<StoredVersion> {
  let after: readonly string[] = [];
  for (;;) {
    const found = await rows.range({ table: 'version', order: 'article', prefixes: [[]], after, limit: BATCH });
    const read = await rows.get(
      'extraction',
      found.map(({ doc }) => [doc]),
    );
    const byDoc = new Map(read.map(({ doc, json }) => [doc, json]));
    for (const { doc, article: articleId, version, release, current, ingestedAt } of found) {
      yield { articleId, version, release, current: current === 1, ingestedAt, json: byDoc.get(doc) ?? '' };
    }
    const last = found.at(-1);
    if (!last) return;
    after = [last.article, last.version];
  }
}
