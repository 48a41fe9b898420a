import type { Extraction } from './extraction.ts';

/** What orders the versions of one article: the greatest by (modifiedAt, publishedAt, version) is current. */
export interface VersionHead {
  readonly version: string;
  readonly release: string;
  readonly publishedAt: string;
  readonly modifiedAt: string | null;
}

/** What the store knows already under the keys of an extraction. */
export interface Neighbours {
  /** Stored versions of the same article, in no particular order. */
  readonly versions: readonly VersionHead[];
}

/** What must be written. Null fields mean: leave as it is. */
export interface Change {
  /** The extraction to keep, or null when this version is stored already under this release. */
  readonly put: Extraction | null;
  /** The version that is current afterwards. */
  readonly current: string;
}
