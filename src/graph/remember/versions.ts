import type { Extraction } from '../../knowledge/extraction.ts';
import { compareText } from '../../knowledge/order.ts';
import type { Tables } from '../../knowledge/rows.ts';
import { docId } from './doc-id.ts';

type Version = Tables['version'];

/** The row of a version that nothing is known about but itself. */
export function versionRow(extraction: Extraction, now: string): Version {
  const { id, version, publishedAt, modifiedAt, source } = extraction.article;
  return {
    doc: docId(id, version),
    article: id,
    version,
    release: extraction.release,
    publishedAt,
    publishedMs: Date.parse(publishedAt),
    modifiedAt,
    fromMs: Date.parse(modifiedAt ?? publishedAt),
    untilMs: null,
    ingestedAt: now,
    current: 0,
    source,
    json: JSON.stringify(extraction.article),
  };
}

/**
 * Puts the versions of one article in their order (modified, published, version): the greatest is current, and each
 * other is known until the instant of the next, whichever came first.
 */
export function inOrder(versions: readonly Version[]): Version[] {
  const sorted = [...versions].sort(
    (a, b) => a.fromMs - b.fromMs || a.publishedMs - b.publishedMs || compareText(a.version, b.version),
  );
  return sorted.map((version, at) => ({
    ...version,
    current: at === sorted.length - 1 ? 1 : 0,
    untilMs: sorted[at + 1]?.fromMs ?? null,
  }));
}
