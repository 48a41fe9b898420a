import { refusal } from '../refusal.ts';

/** Callers of whom some may wait. */
const MOST_CALLERS = 100;

/** Lets a few work at once; of the others each caller has some that wait, and the callers' come in turn. The rest are refused. */
export class Turns {
  private working = 0;
  /** What waits, by caller; whose turn is next stands first. */
  private readonly queues = new Map<string, (() => void)[]>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Waits for a turn, and gives what ends it. Throws `BUSY` where too many of the caller's wait, and the signal's reason. */
  async take(caller: string, signal: AbortSignal): Promise<() => void> {
    if (this.working >= this.atOnce) {
      const own = this.queues.get(caller);
      if (own ? own.length >= this.waiting : this.waiting === 0 || this.queues.size >= MOST_CALLERS) {
        throw refusal('BUSY', 'too many expensive queries wait: try again in a moment, or ask for less', {}, 429);
      }
      await this.turn(caller, signal);
    } else this.working++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = this.next();
      if (next) next();
      else this.working--;
    };
  }

  private next(): (() => void) | undefined {
    const [first] = this.queues;
    if (!first) return undefined;
    const [caller, queue] = first;
    const start = queue.shift();
    this.queues.delete(caller);
    if (queue.length > 0) this.queues.set(caller, queue);
    return start;
  }

  private turn(caller: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        const queue = this.queues.get(caller) ?? [];
        queue.splice(queue.indexOf(start), 1);
        if (queue.length === 0) this.queues.delete(caller);
        reject(signal.reason);
      };
      const queue = this.queues.get(caller) ?? [];
      this.queues.set(caller, queue);
      queue.push(start);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
