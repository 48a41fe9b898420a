import { Worker } from 'node:worker_threads';
import { ConfigError, ContractError } from '../../errors.ts';
import type { Batch } from './batches.ts';
import { guardThread, unguard } from './exit-guard.ts';

/** What the model says of a batch, each a flat array: sentence by sentence, word by word. */
export interface Outputs {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  /** [sentences, words, 1 + words]: log-probability of every head, the root first. */
  readonly arcs: Float32Array;
  /** [sentences, words, 1 + words]: best relation for every head. */
  readonly rels: Int32Array;
  /** [sentences, words, labels]: log-probabilities. */
  readonly ner: Float32Array;
  /** [sentences, words, width] */
  readonly vectors: Float32Array;
}

/** Runs a batch on the first lane that is free. Throws ConfigError `MODEL_UNUSABLE` where the runtime fails. */
export type Run = (batch: Batch) => Promise<Outputs>;

interface Job {
  readonly batch: Batch;
  readonly resolve: (outputs: Outputs) => void;
  readonly reject: (error: Error) => void;
}

interface Lane {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
}

/** One thread a session: results are then the same on any machine, and lanes do not wait for each other. */
const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
};
/** The second waits at the thread, so that none idles while this thread is busy with another article. */
const JOBS_PER_LANE = 2;
/** Batches after which a further lane pays: starting one takes as long as reading an article. */
const ONE_ARTICLE = 12;

/**
 * At most `count` threads, each with a session of its own, that share one queue. The first starts at once, while the
 * caller is still busy with the rest of its start; the others when there is work for them. None keeps the process alive
 * when there is nothing to do.
 */
export function lanes(graph: string, count: number): Run {
  const open: Lane[] = [];
  const waiting: Job[] = [];
  let number = 0;

  const next = () => {
    while (waiting.length > 0) {
      const lane = freeLane();
      if (!lane) return;
      give(lane, waiting.shift() as Job);
    }
  };
  const freeLane = (): Lane | undefined => {
    const [free] = open.filter(({ jobs }) => jobs.size < JOBS_PER_LANE).sort((a, b) => a.jobs.size - b.jobs.size);
    // None is open where the last one failed.
    const pays = open.length === 0 || number > ONE_ARTICLE;
    return free?.jobs.size === 0 || open.length >= count || !pays ? free : start();
  };
  const give = (lane: Lane, job: Job) => {
    const { inputs, shapes } = job.batch;
    lane.jobs.set(number, job);
    lane.worker.ref();
    lane.worker.postMessage({ id: number++, inputs, shapes });
  };
  const start = (): Lane => {
    const guard = guardThread();
    const worker = new Worker(new URL('./session-thread.mjs', import.meta.url), {
      workerData: { graph, options: OPTIONS, guard },
    });
    const lane: Lane = { worker, jobs: new Map() };
    worker.on('message', ({ id, outputs, error }: { id: number; outputs?: Outputs; error?: unknown }) => {
      const job = lane.jobs.get(id);
      lane.jobs.delete(id);
      if (lane.jobs.size === 0) worker.unref();
      if (outputs) job?.resolve(outputs);
      else job?.reject(unusable(graph, error));
      next();
    });
    worker.on('error', (error) => fail(lane, unusable(graph, error)));
    worker.on('exit', () => {
      unguard(guard);
      fail(lane, new ContractError('LANE_ENDED', 'a thread of the language model ended'));
    });
    // After the listeners: to listen to a thread is to wait for it.
    worker.unref();
    open.push(lane);
    return lane;
  };
  const fail = (lane: Lane, error: Error) => {
    if (open.includes(lane)) open.splice(open.indexOf(lane), 1);
    for (const { reject } of lane.jobs.values()) reject(error);
    lane.jobs.clear();
    next();
  };

  start();
  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ batch, resolve, reject });
      next();
    });
}

function unusable(graph: string, cause: unknown): ConfigError {
  const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new ConfigError('MODEL_UNUSABLE', `the language model cannot be run: ${why}`, {
    place: graph,
    hint: 'onnxruntime-node must be installed for this platform: run npm ci again',
    cause,
  });
}
