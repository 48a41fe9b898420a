import { Worker } from 'node:worker_threads';
import { ConfigError, ContractError } from '../../errors.ts';
import { guardThread, unguard } from './exit-guard.ts';

/** Tensors of whole numbers by the names of a graph's inputs, flat, with their shapes. */
export interface Inputs {
  readonly inputs: Readonly<Record<string, Int32Array>>;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}

/**
 * Runs a graph on the first lane that is free; the outputs come flat, by name.
 * Throws ConfigError `MODEL_UNUSABLE` where the runtime fails.
 */
export type Run<Outputs> = (batch: Inputs) => Promise<Outputs>;

interface Job {
  /** Path of the ONNX file. */
  readonly graph: string;
  readonly batch: Inputs;
  readonly resolve: (outputs: never) => void;
  readonly reject: (error: Error) => void;
}

interface Lane {
  /** The graphs that it has sessions of. */
  readonly graphs: Set<string>;
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
/** Batches after which a further lane of the same graph pays: by then the other graph has come, if one is to come. */
const FEW_ARTICLES = 60;

/** Gives what runs one graph, by its path. */
export type Lanes = <Outputs>(graph: string) => Run<Outputs>;

/**
 * At most `count` threads, each with a session of one graph while there are enough of them, and a queue. The first thread
 * starts at once and opens the graph `first`, while the caller is still busy with the rest of its start; the others when
 * there is work for them. None keeps the process alive when there is nothing to do.
 */
export function lanes(first: string, count: number): Lanes {
  const open: Lane[] = [];
  const waiting: Job[] = [];
  let number = 0;

  const next = () => {
    for (let at = 0; at < waiting.length; ) {
      const job = waiting[at] as Job;
      const lane = laneFor(job.graph);
      if (lane) {
        waiting.splice(at, 1);
        give(lane, job);
      } else at++;
    }
  };
  /** Each graph has threads of its own while there are enough: a session takes some 60 MB, and one a thread is half of two. */
  const laneFor = (graph: string): Lane | undefined => {
    const own = open.filter((lane) => lane.graphs.has(graph));
    const [free] = own.filter(({ jobs }) => jobs.size < JOBS_PER_LANE).sort((a, b) => a.jobs.size - b.jobs.size);
    if (free?.jobs.size === 0) return free;
    // None is open where the last one failed.
    const pays = own.length === 0 || number > FEW_ARTICLES;
    if (open.length < count && pays) return start(graph);
    if (own.length > 0) return free;
    const [least] = open.filter(({ jobs }) => jobs.size < JOBS_PER_LANE).sort((a, b) => a.jobs.size - b.jobs.size);
    least?.graphs.add(graph);
    return least;
  };
  const give = (lane: Lane, job: Job) => {
    const { graph, batch } = job;
    const { inputs, shapes } = batch;
    lane.jobs.set(number, job);
    lane.worker.ref();
    lane.worker.postMessage({ id: number++, graph, inputs, shapes });
  };
  const start = (graph: string): Lane => {
    const guard = guardThread();
    const worker = new Worker(new URL('./session-thread.mjs', import.meta.url), {
      workerData: { first: graph, options: OPTIONS, guard },
    });
    const lane: Lane = { worker, graphs: new Set([graph]), jobs: new Map() };
    worker.on('message', ({ id, outputs, error }: { id: number; outputs?: never; error?: unknown }) => {
      const job = lane.jobs.get(id);
      lane.jobs.delete(id);
      if (lane.jobs.size === 0) worker.unref();
      if (outputs) job?.resolve(outputs);
      else job?.reject(unusable(job.graph, error));
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

  start(first);
  return (graph) => (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ graph, batch, resolve, reject });
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
