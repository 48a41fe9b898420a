// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/*
 * The thread that takes what was committed into the file, while others write and read. Whatever fails here is left to who
 * writes: its own checkpoints tell.
 */
/** Pages of a log that is long, and its share of a larger file. */
const [LONG, SHARE] = [16_000, 1 / 4];

/** @type {import('better-sqlite3').Database | null} */
let database = null;
parentPort?.on('message', ({ close }) => {
  if (close) {
    database?.close();
    parentPort?.close();
    return;
  }
  let isLong = false;
  try {
    database ??= new Database(workerData.file, { fileMustExist: true });
    database.pragma('synchronous = FULL');
    const [{ log }] = /** @type {[{ log: number }]} */ (database.pragma('wal_checkpoint(PASSIVE)'));
    isLong = log > Math.max(LONG, /** @type {number} */ (database.pragma('page_count', { simple: true })) * SHARE);
  } catch {}
  parentPort?.postMessage({ isLong });
});
