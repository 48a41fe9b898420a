// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/*
 * The thread that takes what was committed into the file, while others write and read. Whatever fails here is left to who
 * writes: its own checkpoints tell.
 */
/** @type {import('better-sqlite3').Database | null} */
let database = null;
parentPort?.on('message', ({ close }) => {
  if (close) {
    database?.close();
    parentPort?.close();
    return;
  }
  try {
    database ??= new Database(workerData.file, { fileMustExist: true });
    database.pragma('synchronous = FULL');
    database.pragma('wal_checkpoint(PASSIVE)');
  } catch {}
  parentPort?.postMessage('done');
});
