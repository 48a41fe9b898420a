import { fileURLToPath } from 'node:url';
import { ConfigError } from '../errors.ts';
import type { RowStore } from '../knowledge/rows.ts';
import { openEmbeddedRows } from './embedded/embedded-rows.ts';

/** What every adapter is opened with. */
export interface OpenOptions {
  /** Whether to make the store where there is none. */
  readonly create: boolean;
}

/** Opens an empty store that is gone once it is closed; it lies on disk, so that it may be as large as another. */
export function openScratch(): RowStore {
  return openEmbeddedRows('', true);
}

/**
 * Opens a store by its address: a file path is the embedded store.
 * @throws ConfigError `STORE_UNSUPPORTED` for an address that no adapter takes; StoreError where it cannot be opened.
 */
export function openRows(address: string, { create }: OpenOptions): RowStore {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1];
  if (scheme && scheme !== 'file') {
    throw new ConfigError('STORE_UNSUPPORTED', `no store is kept at ${scheme}:// in this release`, {
      hint: 'give a file path, for example --store .dateline/graph.db',
    });
  }
  return openEmbeddedRows(scheme ? fileURLToPath(address) : address, create);
}
