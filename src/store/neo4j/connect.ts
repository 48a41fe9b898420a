import neo4j, { type Driver, type Session, type SessionMode } from 'neo4j-driver';
import { ConfigError } from '../../errors.ts';

/** What a Neo4j is reached with, beside its address. */
export interface ConnectOptions {
  readonly password: string | null;
  /** Most connections at a time. */
  readonly pool?: number;
  /** Longest wait for a connection, and longest a transaction may take, in milliseconds. */
  readonly timeoutMs?: number;
}

export interface Connection {
  readonly driver: Driver;
  /** One database by name; undefined for the user's own. */
  readonly database: string | undefined;
  /** The address without anything secret. */
  readonly place: string;
  readonly timeoutMs: number;
}

const POOL = 20;
const TIMEOUT_MS = 60_000;
const RETRY_MS = 15_000;

/**
 * Makes a driver for `neo4j://USER@HOST:PORT/DATABASE` (routing, for clusters) or `bolt://…`; with `+s` or `+ssc` behind
 * the scheme it speaks TLS. Nothing is sent yet.
 * @throws ConfigError `STORE_ADDRESS` for one that cannot be read or holds a password.
 */
export function connect(
  address: string,
  { password, pool = POOL, timeoutMs = TIMEOUT_MS }: ConnectOptions,
): Connection {
  const url = parsed(address);
  const host = `${url.protocol}//${url.host}`;
  const driver = neo4j.driver(host, neo4j.auth.basic(decodeURIComponent(url.username) || 'neo4j', password ?? ''), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: pool,
    connectionAcquisitionTimeout: timeoutMs,
    maxTransactionRetryTime: RETRY_MS,
    userAgent: 'dateline',
  });
  const database = decodeURIComponent(url.pathname.replace(/^\//, '')) || undefined;
  return { driver, database, place: `${host}${url.pathname === '/' ? '' : url.pathname}`, timeoutMs };
}

/** A session that sees what was written before, through whichever session of this driver. */
export function openSession({ driver, database }: Connection, mode: SessionMode): Session {
  return driver.session({
    defaultAccessMode: mode,
    bookmarkManager: driver.executeQueryBookmarkManager,
    ...(database && { database }),
  });
}

function parsed(address: string): URL {
  const hint = 'give neo4j://HOST:PORT/DATABASE or bolt://…, with the password in DATELINE_STORE_PASSWORD';
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new ConfigError('STORE_ADDRESS', 'the address of the store cannot be read', { hint, cause });
  }
  if (url.password)
    throw new ConfigError('STORE_ADDRESS', 'the address of the store holds a password, which others could see', {
      hint,
    });
  if (!url.hostname) throw new ConfigError('STORE_ADDRESS', 'the address of the store names no host', { hint });
  return url;
}
