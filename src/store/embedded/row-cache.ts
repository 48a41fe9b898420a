import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { TableName, Value } from '../../knowledge/rows.ts';

type Row = Record<string, Value>;
type Key = readonly Value[];

/** About how many characters of rows are kept at hand. */
const MOST_KEPT = 32 * 1024 * 1024;
const ROW_OVERHEAD = 200;
/** Tables whose rows are whole articles. */
const LARGE: ReadonlySet<TableName> = new Set(['version', 'extraction']);

/**
 * Rows that were read, as long as nobody has written: SQLite counts the commits of all other connections
 * (`PRAGMA data_version`), and one more empties the cache. What is at hand is given as the same objects again.
 */
export class RowCache {
  private readonly known = new LRUCache<string, readonly Row[]>({ maxSize: MOST_KEPT, sizeCalculation: sizeOf });
  private readonly version: Database.Statement;
  private seen: unknown = null;

  constructor(database: Database.Database) {
    this.version = database.prepare('PRAGMA data_version').pluck();
  }

  /** Rows by the table's whole key; `load` is asked for those that are not at hand. */
  get(table: TableName, keys: readonly Key[], load: (keys: readonly Key[]) => Row[], keyOf: (row: Row) => Key): Row[] {
    if (LARGE.has(table)) return load(keys);
    this.renew();
    const nameOf = (key: Key) => JSON.stringify([table, key]);
    const found: Row[] = [];
    const missing: Key[] = [];
    for (const key of keys) {
      const row = this.known.get(nameOf(key))?.[0];
      if (row) found.push(row);
      else missing.push(key);
    }
    if (missing.length === 0) return found;
    for (const row of load(missing)) {
      this.known.set(nameOf(keyOf(row)), [row]);
      found.push(row);
    }
    return found;
  }

  /** The rows that a statement gives for these values. */
  all(table: TableName, text: string, values: Key, load: () => readonly Row[]): Row[] {
    if (LARGE.has(table)) return [...load()];
    this.renew();
    const name = JSON.stringify([text, values]);
    const before = this.known.get(name);
    const rows = before ?? load();
    if (!before) this.known.set(name, rows);
    return [...rows];
  }

  private renew(): void {
    const now = this.version.get();
    if (now !== this.seen) this.known.clear();
    this.seen = now;
  }
}

function sizeOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + ROW_OVERHEAD + lengthOf(row), ROW_OVERHEAD);
}

function lengthOf(row: Row): number {
  let length = 0;
  for (const value of Object.values(row)) if (typeof value === 'string') length += value.length;
  return length;
}
