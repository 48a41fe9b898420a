import { fileURLToPath } from 'node:url';
import { ConfigError } from '../errors.ts';
import type { RowStore } from '../knowledge/rows.ts';
import { openEmbeddedRows } from './embedded/embedded-rows.ts';
import { openNeo4jRows } from './neo4j/neo4j-rows.ts';

/** What every adapter is opened with. */
export interface OpenOptions {
  /** Whether to make the store where there is none. */
  readonly create: boolean;
  /** For a store that asks for one; never part of an address. */
  readonly password?: string | null;
  /** Most connections at a time, and longest wait in milliseconds, for a store that is reached over a network. */
  readonly pool?: number;
  readonly timeoutMs?: number;
}

const NEO4J = /^(?:neo4j|bolt)(?:\+s|\+ssc)?$/;

/** Opens an empty store that is gone once it is closed; it lies on disk, so that it may be as large as another. */
export function openScratch(): RowStore {
  return openEmbeddedRows('', true);
}

/** Whether a store at this address asks for a password. */
export function asksForPassword(address: string): boolean {
  return NEO4J.test(schemeOf(address) ?? '');
}

/**
 * Opens a store by its address: a file path is the embedded store, `neo4j://` or `bolt://` a Neo4j, which is reached when
 * it is first asked.
 * @throws ConfigError `STORE_UNSUPPORTED` for an address that no adapter takes; StoreError where it cannot be opened.
 */
export function openRows(address: string, { create, password = null, ...network }: OpenOptions): RowStore {
  const scheme = schemeOf(address);
  if (asksForPassword(address)) return openNeo4jRows(address, create, { password, ...network });
  if (scheme && scheme !== 'file') {
    throw new ConfigError('STORE_UNSUPPORTED', `no store is kept at ${scheme}://`, {
      hint: 'give a file path, for example --store .dateline/graph.db, or neo4j://HOST',
    });
  }
  return openEmbeddedRows(scheme ? fileURLToPath(address) : address, create);
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1]?.toLowerCase();
}
