/** Shared with a thread: whether it is in native code, and whether it may go there again. */
export type Guard = Int32Array;

export const BUSY = 0;
export const CLOSING = 1;

/** Longest wait for one thread. To start one takes half a second, but several where other programs keep the machine busy. */
const PATIENCE_MS = 20_000;

const guards = new Set<Guard>();

/**
 * A guard for a thread that is about to start, and counts as busy until it says otherwise. onnxruntime-node aborts the
 * whole process when that ends while one of its threads is in native code; so at exit no thread may begin anything
 * more, and what is begun is waited for.
 */
export function guardThread(): Guard {
  if (guards.size === 0) process.once('exit', waitForAll);
  const guard = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  guard[BUSY] = 1;
  guards.add(guard);
  return guard;
}

/** To be called when the thread has ended. */
export function unguard(guard: Guard): void {
  guards.delete(guard);
  if (guards.size === 0) process.off('exit', waitForAll);
}

function waitForAll(): void {
  for (const guard of guards) Atomics.store(guard, CLOSING, 1);
  for (const guard of guards) Atomics.wait(guard, BUSY, 1, PATIENCE_MS);
}
