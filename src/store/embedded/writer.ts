import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { Value } from '../../knowledge/rows.ts';
import { checkpointsOf } from './checkpoints.ts';
import { WRITER_PRAGMAS } from './open-database.ts';
import type { Query } from './row-queries.ts';
import { sqliteJobs, type Write } from './sqlite-jobs.mjs';

type Answer = readonly (readonly (readonly Value[])[])[];

/** The connection that writes. What is written may fail later: whoever asks next hears of it, the commit at the latest. */
export interface Writer {
  ask(queries: readonly Query[]): Promise<Answer>;
  write(write: Write): void;
  execute(text: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): Promise<void>;
  close(): Promise<void>;
}

/** A writer on this connection, in this thread. */
export function writerHere(database: Database.Database): Writer {
  const jobs = sqliteJobs(database);
  return {
    ask: async (queries) => jobs.ask(queries),
    write: (write) => jobs.write(write),
    execute: async (text) => jobs.execute(text),
    close: async () => jobs.close(),
  };
}

interface Waiting {
  readonly resolve: (rows: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A writer of a file in a thread of its own, which starts when there is something to do; it keeps no process alive. */
export function writerInThread(file: string): Writer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;
  const checkpoints = checkpointsOf(file);
  const end = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = null;
  };
  const open = () => {
    if (thread) return thread;
    const made = new Worker(new URL('./sqlite-thread.mjs', import.meta.url), {
      workerData: { file, pragmas: WRITER_PRAGMAS },
    });
    made.on('message', ({ id, rows, error }: { id: number; rows: Answer; error?: { message: string } }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
      if (error) asked?.reject(Object.assign(new Error(error.message), error));
      else asked?.resolve(rows);
    });
    made.on('error', end);
    made.on('exit', () => end(new Error('the thread that writes ended')));
    thread = made;
    return made;
  };
  const told = (job: object) =>
    new Promise<Answer>((resolve, reject) => {
      const worker = open();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ...job });
    });
  return {
    ask: (queries) => told({ queries: queries.map(({ table, text, values }) => ({ table, text, values })) }),
    write: (write) => open().postMessage({ write }),
    async execute(text) {
      if (text === 'BEGIN IMMEDIATE') await checkpoints.ready();
      await told({ execute: text });
      if (text === 'COMMIT') checkpoints.begin();
    },
    async close() {
      await checkpoints.close();
      if (!thread) return;
      const worker = thread;
      await told({ close: true });
      await worker.terminate();
    },
  };
}
