// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sqliteJobs } from './sqlite-jobs.mjs';

/*
 * The thread that writes: while SQLite works, and waits for the disk, all else goes on. What is written is not answered: the
 * first that fails is told to whoever asks next, until the transaction is given up. Whoever asks waits for what was written
 * to the same tables before, not for the rest, which is done while nobody asks, and before the commit.
 */
const { file, pragmas } = workerData;
/** @type {unknown} */
let failed = null;
/** @type {ReturnType<typeof sqliteJobs> | null} */
let jobs = null;
try {
  const database = new Database(file, { fileMustExist: true });
  for (const pragma of pragmas) database.pragma(pragma);
  jobs = sqliteJobs(database);
} catch (error) {
  failed = error;
}

/** What is yet to be written, in order. @type {import('./sqlite-jobs.mjs').Write[]} */
let waiting = [];
let isAtIt = false;

parentPort?.on('message', ({ id, write, queries, execute, close }) => {
  if (write) {
    waiting.push(write);
    if (!isAtIt) setImmediate(writeOne);
    isAtIt = true;
    return;
  }
  try {
    if (close) jobs?.close();
    else if (!jobs) throw failed;
    if (execute === 'ROLLBACK') [failed, waiting] = [null, []];
    else writeAll(queries?.map((/** @type {{ table: string }} */ { table }) => table));
    if (failed !== null && !close) throw failed;
    if (execute) jobs?.execute(execute);
    const rows = queries ? jobs?.ask(queries) : [];
    parentPort?.postMessage({ id, rows });
  } catch (error) {
    parentPort?.postMessage({ id, error: toldOf(error) });
  }
});

/** Does what waits, or only that of some tables. @param {string[]} [tables] */
function writeAll(tables) {
  const now = tables ? waiting.filter(({ table }) => tables.includes(table)) : waiting;
  waiting = tables ? waiting.filter(({ table }) => !tables.includes(table)) : [];
  for (const one of now) attempt(one);
}

/** Does what has waited longest, and the rest when nobody asks. */
function writeOne() {
  const first = waiting.shift();
  if (first) attempt(first);
  isAtIt = waiting.length > 0;
  if (isAtIt) setImmediate(writeOne);
}

/** @param {import('./sqlite-jobs.mjs').Write} write */
function attempt(write) {
  try {
    if (failed === null) jobs?.write(write);
  } catch (error) {
    failed = error;
  }
}

/** What is left of an error when it goes to another thread. @param {any} error */
function toldOf({ name, message, code }) {
  return { name, message, code };
}
