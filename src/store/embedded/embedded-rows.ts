import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { type RowReads, type RowStore, type RowWrites, type Step, TABLES, type Value } from '../../knowledge/rows.ts';
import { inSteps } from './in-steps.ts';
import { openDatabase, ownError } from './open-database.ts';
import { RowCache } from './row-cache.ts';
import { type Asking, equal, type Query, type Row, rowsOfKeys, rowsOfRange } from './row-queries.ts';
import { rowWrites } from './row-writes.ts';
import { type Writer, writerHere, writerInThread } from './writer.ts';

/** Opens the embedded store: one SQLite file, durable at every commit. Throws StoreError. */
export function openEmbeddedRows(file: string, create: boolean): RowStore {
  // In memory, or made for this connection alone: no second one can open it.
  const isOwn = file === ':memory:' || file === '';
  const database = openDatabase(file, create, isOwn ? 'write' : 'read');
  return new EmbeddedRows(database, isOwn ? writerHere(database) : writerInThread(file), {
    file,
    cache: isOwn ? null : new RowCache(database),
  });
}

/** One connection writes, another reads: what is being written is not seen before it is committed. */
class EmbeddedRows implements RowStore {
  readonly kind = 'embedded';
  private readonly reads: RowReads;
  private readonly writes: RowWrites;
  private readonly file: string;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: Database.Database,
    private readonly writer: Writer,
    { file, cache }: { readonly file: string; readonly cache: RowCache | null },
  ) {
    this.file = file;
    this.reads = rowReads(reader, file, cache);
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
    await this.writer.close();
    if (this.reader.open) this.reader.close();
  }

  private async begin(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.execute('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== 'STORE_BUSY' || tries === TRIES) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }

  private async run<T>(work: (rows: RowWrites) => Promise<T>): Promise<T> {
    await this.begin();
    try {
      const result = await work(this.writes);
      await this.execute('COMMIT');
      return result;
    } catch (error) {
      await this.execute('ROLLBACK');
      throw error;
    }
  }

  private execute(text: Parameters<Writer['execute']>[0]): Promise<void> {
    return this.writer.execute(text).catch((error) => {
      throw ownError(error, this.file);
    });
  }
}

/** Other processes write to the file too, one at a time: the lock dies with who holds it, and the next waits. */
const TRIES = 1200;
const PAUSE_MS = 30;

function rowReads(database: Database.Database, file: string, cache: RowCache | null): RowReads {
  const sql = preparer(database);
  const ask = ({ table, text, values, recurs }: Query): Row[] => {
    const load = () => sql(text).all(...values) as Row[];
    return cache && recurs ? cache.all(table, text, values, load) : load();
  };
  const answered = (asking: Asking): Row[] => {
    let next = asking.next();
    while (!next.done) next = asking.next(next.value.map(ask));
    return next.value;
  };
  return {
    async get(table, keys) {
      const load = (some: typeof keys) => answered(rowsOfKeys(table, some));
      const keyOf = (row: Row) => TABLES[table].key.map((column) => row[column] as Value);
      return guarded(file, () => (cache ? cache.get(table, keys, load, keyOf) : load(keys)) as never[]);
    },
    range: async (range) => guarded(file, () => answered(rowsOfRange(range)) as never[]),
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

function preparer(database: Database.Database): (text: string) => Database.Statement {
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
    throw ownError(error, file);
  }
}
