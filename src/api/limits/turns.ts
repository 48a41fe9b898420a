import { refusal } from '../refusal.ts';

/** Lets a few work at once and some wait; the rest are refused. */
export class Turns {
  private working = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Waits for a turn, and gives what ends it. Throws `BUSY` where too many wait, and the signal's reason. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (this.working >= this.atOnce) {
      if (this.queue.length >= this.waiting) {
        throw refusal('BUSY', 'too many expensive queries wait: try again in a moment, or ask for less', {}, 429);
      }
      await this.turn(signal);
    } else this.working++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = this.queue.shift();
      if (next) next();
      else this.working--;
    };
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        this.queue.splice(this.queue.indexOf(start), 1);
        reject(signal.reason);
      };
      this.queue.push(start);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
