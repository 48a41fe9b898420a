import type { RowReads } from '../../knowledge/rows.ts';
import type { StoredVersion } from '../../knowledge/store.ts';

import { extractionJson } from '../stored-extraction.ts';

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
    const byDoc = new Map(read.map((row) => [row.doc, row]));
    for (const row of found) {
      const { doc, article: articleId, version, release, current, ingestedAt } = row;
      const own = byDoc.get(doc);
      const json = own ? extractionJson(row, own) : '';
      yield { articleId, version, release, current: current === 1, ingestedAt, json };
    }
    const last = found.at(-1);
    if (!last) return;
    after = [last.article, last.version];
  }
}
