import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { RowReads, RowStore, RowWrites, TableName, Tables, Value } from '../../knowledge/rows.ts';
import { applySchema } from './apply-schema.ts';
import { type Connection, type ConnectOptions, connect, openSession } from './connect.ts';
import { articlesOf } from './draw-edges.ts';
import { Drawing } from './drawing.ts';
import { ReadAlong } from './read-along.ts';
import { readRecords } from './read-records.ts';
import { countRows, getRows, type Run, rangeRows } from './row-queries.ts';
import { removeRows, writeRows } from './row-writes.ts';
import { siftRows } from './sift-rows.ts';
import { isOfDriver, storeError } from './store-error.ts';

/** Opens a graph in Neo4j; it is reached when first asked, so that opening never waits. */
export function openNeo4jRows(address: string, create: boolean, options: ConnectOptions): RowStore {
  return new Neo4jRows(connect(address, options), create);
}

/** Rows as nodes, and beside them the graph that people look at (DESIGN §4), both written in the same transaction. */
class Neo4jRows implements RowStore {
  readonly kind = 'neo4j';
  private opened: Promise<void> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly create: boolean,
  ) {}

  get: RowReads['get'] = (table, keys) => this.read((run) => getRows(run, table, keys));
  range: RowReads['range'] = (range) => this.read((run) => rangeRows(run, range));
  sift: NonNullable<RowReads['sift']> = (sift) => this.read((run) => siftRows(run, sift));
  count: RowReads['count'] = (table, where) => this.read((run) => countRows(run, table, where));

  within(signal: AbortSignal): RowStore {
    const along = new ReadAlong((ask) => this.read(ask, signal));
    return {
      kind: this.kind,
      get: (table, keys, ahead) => along.get(table, keys, ahead),
      range: (range) => along.range(range),
      sift: (sift) => along.sift(sift),
      count: (table, where) => this.read((run) => countRows(run, table, where), signal),
      transaction: (work) => this.transaction(work),
      within: (other) => this.within(other),
      close: () => this.close(),
    };
  }

  transaction<T>(work: (rows: RowWrites) => Promise<T>): Promise<T> {
    const run = this.last.then(() => this.write(work));
    this.last = run.catch(() => undefined);
    return run;
  }

  async close(): Promise<void> {
    await this.last;
    await this.connection.driver.close();
  }

  private async read<T>(ask: (run: Run) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      signal?.throwIfAborted();
      return await this.ask(ask, signal);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  }

  private ask<T>(ask: (run: Run) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return this.guarded(() =>
      ask(async (text, parameters) => {
        const records = await readRecords(this.connection, text, sent(parameters), signal);
        return records.map((record) => [...record.values()]);
      }),
    );
  }

  private write<T>(work: (rows: RowWrites) => Promise<T>): Promise<T> {
    return this.guarded(async () => {
      const { timeoutMs } = this.connection;
      const session = openSession(this.connection, 'WRITE');
      try {
        return await session.executeWrite((tx) => written(tx, work), { timeout: timeoutMs });
      } finally {
        await session.close();
      }
    });
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.opened ??= applySchema(this.connection, this.create);
      await this.opened;
    } catch (error) {
      this.opened = undefined;
      throw storeError(error, this.connection.place);
    }
    try {
      return await work();
    } catch (error) {
      throw isOfDriver(error) ? storeError(error, this.connection.place) : error;
    }
  }
}

/** One attempt at a transaction: one writer at a time, in this process or another. */
async function written<T>(tx: ManagedTransaction, work: (rows: RowWrites) => Promise<T>): Promise<T> {
  const run: Run = async (text, parameters) => {
    const { records } = await tx.run(text, sent(parameters));
    return records.map((record) => [...record.values()]);
  };
  // Whoever writes holds this node until its transaction ends; the next waits.
  await run('MATCH (s:Store {id: "dateline"}) SET s.writes = coalesce(s.writes, 0) + 1', {});
  const drawing = new Drawing();
  // Writes are sent without waiting for their answers: the database works on them while more are made ready. What is read
  // comes behind them, and all are waited for before the commit.
  const sentOff: Promise<unknown>[] = [];
  const send: Run = async (text, parameters) => {
    const answer = run(text, parameters);
    answer.catch(() => undefined);
    sentOff.push(answer);
    return [];
  };
  const rows: RowWrites = {
    get: (table, keys) => getRows(run, table, keys),
    range: (range) => rangeRows(run, range),
    count: (table, where) => countRows(run, table, where),
    async add<Name extends TableName>(table: Name, given: readonly Tables[Name][]) {
      await writeRows(send, 'CREATE', table, given);
      drawing.add(table, given);
    },
    async put<Name extends TableName>(table: Name, given: readonly Tables[Name][]) {
      await writeRows(send, 'MERGE', table, given);
      drawing.put(table, given);
    },
    async remove<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[]) {
      if (table === 'version') drawing.leave(await articlesOf(run, keys));
      await removeRows(run, table, keys);
      drawing.remove(table, keys);
    },
  };
  const result = await work(rows);
  await drawing.draw(run, send);
  await Promise.all(sentOff);
  return result;
}

/** Whole numbers are sent as such: JavaScript's are floats to Neo4j otherwise. */
function sent(value: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name in value) copy[name] = whole(value[name]);
  return copy;
}

function whole(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(whole);
  return value !== null && typeof value === 'object' ? sent(value as Record<string, unknown>) : value;
}
