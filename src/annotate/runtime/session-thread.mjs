// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/*
 * One thread with a session a graph: it runs the batches that it is sent, one after the other. A thread, because `run` of
 * onnxruntime-node blocks the one that calls it. JavaScript, because a thread begins with a file as it lies on disk,
 * whatever has loaded the rest of the program: Node from dist/, tsx or jest.
 */
const { first, options, guard } = workerData;
const BUSY = 0;
const CLOSING = 1;

/** By path; what is not a session is why there is none. @type {Map<string, Promise<InferenceSession | { error: unknown }>>} */
const sessions = new Map();
/** @param {string} graph */
function sessionOf(graph) {
  const open = sessions.get(graph) ?? InferenceSession.create(graph, options).catch((error) => ({ error }));
  sessions.set(graph, open);
  return open;
}
if (!Atomics.load(guard, CLOSING)) await sessionOf(first);
leave();

/** One after the other: `run` yields before it begins. */
let turn = Promise.resolve();
parentPort?.on('message', (job) => {
  turn = turn.then(() => work(job));
});

/** @param {{ id: number, graph: string, inputs: Record<string, Int32Array>, shapes: Record<string, number[]> }} job */
async function work({ id, graph, inputs, shapes }) {
  // In this order, so that a process that is ending either sees this thread busy or is seen by it: see exit-guard.ts.
  Atomics.store(guard, BUSY, 1);
  if (Atomics.load(guard, CLOSING)) return leave();
  try {
    const session = await sessionOf(graph);
    if ('error' in session) throw session.error;
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, data]) => [name, new Tensor('int32', data, shapes[name])]),
    );
    const results = await session.run(feeds);
    const outputs = Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data]));
    // Handed over, not copied: the runtime makes new buffers for every run.
    const buffers = Object.values(outputs).map((data) => /** @type {Float32Array<ArrayBuffer>} */ (data).buffer);
    parentPort?.postMessage({ id, outputs }, buffers);
  } catch (error) {
    parentPort?.postMessage({ id, error });
  } finally {
    leave();
  }
}

function leave() {
  Atomics.store(guard, BUSY, 0);
  Atomics.notify(guard, BUSY);
}
