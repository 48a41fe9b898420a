// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sqliteJobs } from './sqlite-jobs.mjs';

/*
 * The thread that writes: while SQLite works, and waits for the disk, all else goes on. It does what it is told in order.
 * What is written is not answered: the first that fails is told to whoever asks next, until the transaction is given up.
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

parentPort?.on('message', ({ id, write, queries, execute, close }) => {
  try {
    if (close) jobs?.close();
    else if (!jobs) throw failed;
    if (execute === 'ROLLBACK') failed = null;
    if (failed !== null && !close) throw failed;
    if (write) jobs?.write(write);
    if (execute) jobs?.execute(execute);
    const rows = queries ? jobs?.ask(queries) : [];
    if (id !== undefined) parentPort?.postMessage({ id, rows });
  } catch (error) {
    if (id === undefined) failed = error;
    else parentPort?.postMessage({ id, error: toldOf(error) });
  }
});

/** What is left of an error when it goes to another thread. @param {any} error */
function toldOf({ name, message, code }) {
  return { name, message, code };
}
