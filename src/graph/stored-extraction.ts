import type { Extraction } from '../knowledge/extraction.ts';
import type { Tables } from '../knowledge/rows.ts';

/** An extraction as the JSON of its row: without what the row of its version says, the article and the release. */
export function storedExtraction({ release: _, article: __, ...read }: Extraction): string {
  return JSON.stringify(read);
}

/** A version's extraction as JSON, from the two rows. */
export function extractionJson(
  { release, json: article }: Tables['version'],
  { json: read }: Tables['extraction'],
): string {
  return `{"release":${JSON.stringify(release)},"article":${article},${read.slice(1)}`;
}

/** A version's extraction, from the two rows. */
export function extractionOf(version: Tables['version'], read: Tables['extraction']): Extraction {
  return JSON.parse(extractionJson(version, read)) as Extraction;
}
