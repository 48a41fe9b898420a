import { Turns } from './turns.ts';

/** Turns of each caller apart: whoever asks much at once waits for their own, and nobody else does. */
export class CallersTurns {
  private readonly callers = new Map<string, { readonly turns: Turns; count: number }>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Waits for a turn of a caller, and gives what ends it. Throws `BUSY` where too many of theirs wait, and the signal's reason. */
  async take(caller: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const own = this.callers.get(caller) ?? { turns: new Turns(this.atOnce, this.waiting), count: 0 };
    this.callers.set(caller, own);
    own.count++;
    const leave = () => {
      own.count--;
      if (own.count === 0) this.callers.delete(caller);
    };
    try {
      const end = await own.turns.take(signal);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        end();
        leave();
      };
    } catch (error) {
      leave();
      throw error;
    }
  }
}
