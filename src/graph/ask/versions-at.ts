import type { Extraction } from '../../knowledge/extraction.ts';
import type { VersionKey } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { MAX_PAGE } from '../../knowledge/store.ts';

/** Versions of articles, in the order asked for; the current one where no version is named. */
export async function versionsAt(rows: RowReads, asked: readonly VersionKey[]): Promise<(Extraction | null)[]> {
  const keys = asked.slice(0, MAX_PAGE);
  const named = keys.filter(({ version }) => version !== null);
  const current = keys.filter(({ version }) => version === null);
  const found = [
    ...(await rows.get(
      'version',
      named.map(({ article, version }) => [article, version]),
    )),
    ...(await rows.range({
      table: 'version',
      order: 'key',
      prefixes: current.map(({ article }) => [article]),
      where: { current: 1 },
      limit: 1,
      each: true,
    })),
  ];
  const byKey = new Map<string, Extraction>();
  for (const row of found) {
    const extraction = JSON.parse(row.extraction) as Extraction;
    byKey.set(keyOf(row), extraction);
    if (row.current === 1) byKey.set(keyOf({ article: row.article, version: null }), extraction);
  }
  return keys.map((key) => byKey.get(keyOf(key)) ?? null);
}

function keyOf({ article, version }: VersionKey): string {
  return JSON.stringify([article, version]);
}
