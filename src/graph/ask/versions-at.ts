import { LRUCache } from 'lru-cache';
import type { Extraction } from '../../knowledge/extraction.ts';
import type { ToldVersion, VersionKey } from '../../knowledge/questions.ts';
import type { RowReads, Tables } from '../../knowledge/rows.ts';
import { MAX_PAGE } from '../../knowledge/store.ts';
import { docId } from '../remember/doc-id.ts';
import { extractionOf } from '../stored-extraction.ts';

/** Versions of articles, in the order asked for; the current one where no version is named. */
export async function versionsAt(rows: RowReads, asked: readonly VersionKey[]): Promise<(ToldVersion | null)[]> {
  return (await rowsAt(rows, asked)).map((row) => row && toldVersion(row));
}

/** What was read in versions of articles, likewise. */
export async function extractionsAt(rows: RowReads, asked: readonly VersionKey[]): Promise<(Extraction | null)[]> {
  const found = await rowsAt(rows, asked);
  const read = await rows.get(
    'extraction',
    [...new Set(found.flatMap((row) => row?.doc ?? []))].map((doc) => [doc]),
  );
  const byDoc = new Map(read.map((row) => [row.doc, row]));
  const whole = new Map(
    found.flatMap((row) => {
      const own = row && byDoc.get(row.doc);
      return own ? [[row.doc, extractionOf(row, own)] as const] : [];
    }),
  );
  return found.map((row) => (row && whole.get(row.doc)) ?? null);
}

/** Characters of articles that are kept as they were told; the same few are asked for again and again. */
const MOST_KEPT = 16 * 1024 * 1024;
const known = new LRUCache<string, { json: string; told: ToldVersion }>({
  maxSize: MOST_KEPT,
  sizeCalculation: ({ json }) => json.length,
});

/** A row as what it tells of a version; not to be changed. */
export function toldVersion({ doc, release, json }: Tables['version']): ToldVersion {
  const before = known.get(doc);
  if (before && before.json === json && before.told.release === release) return before.told;
  const told = { release, article: JSON.parse(json) as ToldVersion['article'] };
  known.set(doc, { json, told });
  return told;
}

async function rowsAt(rows: RowReads, asked: readonly VersionKey[]): Promise<(Tables['version'] | null)[]> {
  const keys = asked.slice(0, MAX_PAGE);
  const docs = keys.flatMap(({ article, version }) => (version === null ? [] : [docId(article, version)]));
  const named = await rows.get(
    'version',
    [...new Set(docs)].map((doc) => [doc]),
  );
  const byDoc = new Map(named.map((row) => [row.doc, row]));
  const articles = keys.flatMap(({ article, version }) => (version === null ? [article] : []));
  const current = await rows.range({
    table: 'version',
    order: 'article',
    prefixes: [...new Set(articles)].map((article) => [article]),
    where: { current: 1 },
    limit: 1,
    each: true,
  });
  const byArticle = new Map(current.map((row) => [row.article, row]));
  return keys.map(
    ({ article, version }) => (version === null ? byArticle.get(article) : byDoc.get(docId(article, version))) ?? null,
  );
}
