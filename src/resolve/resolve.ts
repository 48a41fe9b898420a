import { instantOf } from '../document/instant.ts';
import type { Change, Neighbours, VersionHead } from '../knowledge/change.ts';
import type { Extraction } from '../knowledge/extraction.ts';

/**
 * Which versions of an article the graph speaks for: the same version under the same release changes nothing, a
 * newer one becomes current, an older one is kept behind it, whichever came first. Pure.
 */
export function resolve(extraction: Extraction, { versions }: Neighbours): Change {
  const { version, publishedAt, modifiedAt } = extraction.article;
  const head: VersionHead = { version, release: extraction.release, publishedAt, modifiedAt };
  const isStored = versions.some((known) => known.version === version && known.release === head.release);
  const greatest = versions.reduce((best, known) => (isAfter(known, best) ? known : best), head);
  return { put: isStored ? null : extraction, current: greatest.version };
}

function isAfter(a: VersionHead, b: VersionHead): boolean {
  return compareKeys(orderOf(a), orderOf(b)) > 0;
}

/** A version without a modification date is as old as its publication. */
function orderOf({ version, publishedAt, modifiedAt }: VersionHead): readonly [number, number, string] {
  return [instantOf(modifiedAt ?? publishedAt), instantOf(publishedAt), version];
}

function compareKeys(a: readonly [number, number, string], b: readonly [number, number, string]): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}
