import { refusal } from './refusal.ts';

/** What is watched while one request is worked on. */
export interface Watch {
  /** Aborted when time is up (`TIMEOUT`) or the client has gone. */
  readonly signal: AbortSignal;
  /** Set when so much time is gone that no more than what was begun should be done. */
  isLate: boolean;
  /** How often the store was asked. */
  calls: number;
  /** Whether to take a step before each call: for queries that are wide, or estimated to be expensive. */
  isPatient: boolean;
  /** What limits count the request under. */
  readonly caller: string;
  /** Waits for the next step of the caller's work, between two of which all others have a turn. */
  step(): Promise<void>;
  /** Ends the request's turn among those of its caller; may be called again. */
  endTurn(): void;
}

/** Watches work of a caller who has no turns to wait for. */
export function watchOf(signal: AbortSignal, caller: string): Watch {
  const step = () => new Promise<void>(setImmediate);
  return { signal, caller, isLate: false, calls: 0, isPatient: false, step, endTurn: () => undefined };
}

/**
 * The same store, whose reads are counted and stop when the signal is aborted: no further one begins, and one that is
 * under way is no longer waited for.
 */
export function watched<Store extends object>(store: Store, watch: Watch): Store {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        watch.calls++;
        if (watch.isPatient) await watch.step();
        watch.signal.throwIfAborted();
        const answer = Promise.resolve(method.apply(target, args));
        return Promise.race([answer, whenAborted(watch.signal)]);
      };
    },
  });
}

/** Rejects with the signal's reason; one promise a signal, so that a request with many reads holds one listener. */
const waits = new WeakMap<AbortSignal, Promise<never>>();

function whenAborted(signal: AbortSignal): Promise<never> {
  const known = waits.get(signal);
  if (known) return known;
  const wait = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  wait.catch(() => undefined);
  waits.set(signal, wait);
  return wait;
}

/** Why a request was stopped. */
export function timeUp(ms: number) {
  return refusal('TIMEOUT', `the query took longer than ${ms / 1000} s: ask for less, or for a smaller page`, {}, 400);
}
