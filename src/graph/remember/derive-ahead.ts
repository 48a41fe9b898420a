import { setImmediate } from 'node:timers/promises';
import type { Resolver } from '../../knowledge/appearance.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import { type Derived, derive } from './derive.ts';

/** What follows from articles by themselves, found out while they wait for their turn to be written. */
export interface Ahead {
  /** What is found out by now, as of a current version about which nothing was decided; no more will be. */
  stop(): ReadonlyMap<Extraction, Derived>;
}

/** Begins to derive, an article at a time, so that whoever is writing goes on between two. */
export function deriveAhead(extractions: readonly Extraction[], resolver: Resolver): Ahead {
  const found = new Map<Extraction, Derived>();
  let isStopped = false;
  const run = async () => {
    for (const extraction of extractions) {
      await setImmediate();
      if (isStopped) return;
      found.set(extraction, derive(extraction, true, [], resolver));
    }
  };
  // What cannot be derived fails when it is its turn.
  void run().catch(() => undefined);
  return {
    stop() {
      isStopped = true;
      return found;
    },
  };
}
