import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Bytes of the log below which it is left to SQLite. */
const SMALL = 32_000_000;

/** Takes what is committed from the log into the file, in a thread of its own: who writes need not wait for it. */
export interface Checkpoints {
  /** Takes in what is committed by now, unless it is at that already. */
  begin(): void;
  /**
   * When the next transaction may begin: at once, or where the log is long, when all is taken in. Only what begins then
   * begins the log anew; where one commit follows another it would grow on and on.
   */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Checkpoints of a database file; the thread starts with the first that is worth it, and keeps no process alive. */
export function checkpointsOf(file: string): Checkpoints {
  let thread: Worker | null = null;
  let isBusy = false;
  let isLong = false;
  let wake = () => {};
  const start = () => {
    const made = new Worker(new URL('./checkpoint-thread.mjs', import.meta.url), { workerData: { file } });
    made.on('message', (found: { isLong: boolean }) => {
      [isBusy, isLong] = [false, found.isLong];
      wake();
    });
    // Without it who writes takes in what was committed, as SQLite does.
    made.on('error', () => undefined);
    made.on('exit', () => {
      [thread, isLong] = [null, false];
      wake();
    });
    made.unref();
    return made;
  };
  return {
    begin() {
      if (isBusy || sizeOf(`${file}-wal`) < SMALL) return;
      isBusy = true;
      thread ??= start();
      thread.postMessage({});
    },
    async ready() {
      if (!isBusy || !isLong) return;
      thread?.ref();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      thread?.unref();
    },
    async close() {
      const last = thread;
      if (!last) return;
      const ended = new Promise((resolve) => last.once('exit', resolve));
      last.ref();
      last.postMessage({ close: true });
      await ended;
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
