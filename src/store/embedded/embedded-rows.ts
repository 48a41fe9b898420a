import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  type Range,
  type RowReads,
  type RowStore,
  type RowWrites,
  type Step,
  TABLES,
  type TableName,
  type Value,
} from '../../knowledge/rows.ts';
import { isForMany, mergeRanges, restOf } from '../merge-ranges.ts';
import { inSteps } from './in-steps.ts';
import { manyRanges, rowsOfKeys } from './many-ranges.ts';
import { openDatabase, storeError } from './open-database.ts';
import { RowCache } from './row-cache.ts';
import { quoted } from './shape.ts';

type Row = Record<string, Value>;

/** Fewer rows than these are written as they come. */
const FEWEST_SORTED = 100;

/** Gives the statement of a text, prepared once. */
export type Sql = (text: string) => Database.Statement;

/** Opens the embedded store: one SQLite file, durable at every commit. Throws StoreError. */
export function openEmbeddedRows(file: string, create: boolean): RowStore {
  const writer = openDatabase(file, create, 'write');
  return new EmbeddedRows(writer, isOwn(file) ? writer : openDatabase(file, false, 'read'), file);
}

/** Whether a file is one that no second connection can open: in memory, or made for this connection alone. */
function isOwn(file: string): boolean {
  return file === ':memory:' || file === '';
}

/** One connection writes, another reads: what is being written is not seen before it is committed. */
class EmbeddedRows implements RowStore {
  readonly kind = 'embedded';
  private readonly reads: RowReads;
  private readonly writes: RowWrites;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: Database.Database,
    private readonly reader: Database.Database,
    private readonly file: string,
  ) {
    this.reads = rowReads(reader, file, reader === writer ? null : new RowCache(reader));
    this.writes = rowWrites(writer, file);
  }

  get: RowReads['get'] = (table, keys) => this.reads.get(table, keys);
  range: RowReads['range'] = (range) => this.reads.range(range);
  count: RowReads['count'] = (table, where) => this.reads.count(table, where);

  within(signal: AbortSignal, step?: Step): RowStore {
    return {
      ...inSteps(this.reads, signal, step),
      kind: this.kind,
      transaction: (work) => this.transaction(work),
      within: (other, steps) => this.within(other, steps),
      close: () => this.close(),
    };
  }

  transaction<T>(work: (rows: RowWrites) => Promise<T>): Promise<T> {
    const run = this.last.then(() => this.run(work));
    this.last = run.catch(() => undefined);
    return run;
  }

  async close(): Promise<void> {
    await this.last;
    this.reader.close();
    if (this.writer.open) this.writer.close();
  }

  private async begin(attempt: () => void): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        attempt();
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== 'STORE_BUSY' || tries === TRIES) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }

  private async run<T>(work: (rows: RowWrites) => Promise<T>): Promise<T> {
    const execute = (sql: string) => guarded(this.file, () => this.writer.exec(sql));
    await this.begin(() => execute('BEGIN IMMEDIATE'));
    try {
      const result = await work(this.writes);
      execute('COMMIT');
      return result;
    } catch (error) {
      if (this.writer.inTransaction) execute('ROLLBACK');
      throw error;
    }
  }
}

/** Other processes write to the file too, one at a time: the lock dies with who holds it, and the next waits. */
const TRIES = 1200;
const PAUSE_MS = 30;

function rowReads(database: Database.Database, file: string, cache: RowCache | null): RowReads {
  const sql = preparer(database);
  return {
    async get(table, keys) {
      const load = (some: typeof keys) => rowsOfKeys(sql, table, some);
      const keyOf = (row: Row) => TABLES[table].key.map((column) => row[column] as Value);
      return guarded(file, () => (cache ? cache.get(table, keys, load, keyOf) : load(keys)) as never[]);
    },
    async range(range) {
      const text = rangeSql(range);
      const bounds: Value[] = [
        ...(range.after ?? []),
        ...(range.before ?? []),
        ...(Object.values(range.where ?? {}) as Value[]),
        range.limit,
      ];
      return guarded(file, () => {
        const statement = sql(text);
        const one = (prefix: readonly Value[]) => {
          const values = [...prefix, ...bounds];
          const load = () => statement.all(...values) as Row[];
          return (cache ? cache.all(range.table, text, values, load) : load()) as never[];
        };
        return isForMany(range) ? manyRanges(sql, range, one) : mergeRanges(range, range.prefixes.flatMap(one));
      });
    },
    async count(table, where = {}) {
      const condition = Object.keys(where).length ? `WHERE ${equal(Object.keys(where))}` : '';
      return guarded(file, () =>
        Number(
          sql(`SELECT count(*) FROM "${table}" ${condition}`)
            .pluck()
            .get(...Object.values(where)),
        ),
      );
    },
  };
}

function rowWrites(database: Database.Database, file: string): RowWrites {
  const sql = preparer(database);
  const insert = (verb: string, table: TableName, rows: readonly Row[]) => {
    const columns = Object.keys(TABLES[table].columns);
    const marks = columns.map(() => '?').join(', ');
    const statement = sql(`${verb} INTO "${table}" (${quoted(columns)}) VALUES (${marks})`);
    guarded(file, () => {
      for (const row of inOrder(rows, TABLES[table].key)) statement.run(...columns.map((column) => row[column]));
    });
  };
  return {
    ...rowReads(database, file, null),
    add: async (table, rows) => insert('INSERT', table, rows as never),
    put: async (table, rows) => insert('INSERT OR REPLACE', table, rows as never),
    async remove(table, keys) {
      const statement = sql(`DELETE FROM "${table}" WHERE ${equal(TABLES[table].key)}`);
      guarded(file, () => {
        for (const key of keys) statement.run(...key);
      });
    },
  };
}

function rangeSql<Name extends TableName>(range: Range<Name>): string {
  const spec = TABLES[range.table];
  const all = (range.order === 'key' ? spec.key : (spec.orders[range.order] as readonly string[])) as readonly string[];
  const rest = restOf(range);
  const side = range.descending ? 'DESC' : 'ASC';
  const conditions = [
    ...all.slice(0, all.length - rest.length).map((column) => `"${column}" = ?`),
    ...bound(rest, range.after, '>'),
    ...bound(rest, range.before, '<'),
    ...Object.keys(range.where ?? {}).map((column) => `"${column}" = ?`),
  ];
  const where = conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
  const order = rest.length ? `ORDER BY ${rest.map((column) => `"${column}" ${side}`).join(', ')}` : '';
  return `SELECT * FROM "${range.table}" ${where} ${order} LIMIT ?`;
}

function bound(columns: readonly string[], values: readonly Value[] | undefined, sign: string): string[] {
  if (!values?.length) return [];
  return [`(${quoted(columns.slice(0, values.length))}) ${sign} (${values.map(() => '?').join(', ')})`];
}

function equal(columns: readonly string[]): string {
  return columns.map((column) => `"${column}" = ?`).join(' AND ');
}

/** Many rows in about the order of their keys: then a page of the file is written once, not again and again. */
function inOrder(rows: readonly Row[], [first]: readonly string[]): readonly Row[] {
  const key = first as string;
  if (rows.length < FEWEST_SORTED || typeof rows[0]?.[key] !== 'string') return rows;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[key] as string, b[key] as string];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

function preparer(database: Database.Database): Sql {
  const known = new Map<string, Database.Statement>();
  return (text) => {
    const statement = known.get(text) ?? database.prepare(text);
    known.set(text, statement);
    return statement;
  };
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isOurs = (error as { name?: string }).name === 'SqliteError' || /connection is not open/.test(String(error));
    throw isOurs ? storeError(error, file) : error;
  }
}
