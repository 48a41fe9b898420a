import { Pace } from './pace.ts';
import { Turns } from './turns.ts';

/** A caller's turn at one request. */
interface Turn {
  /** Ends it; may be called again. */
  readonly end: () => void;
  /** Waits for the next step of the caller's work. */
  readonly step: () => Promise<void>;
}

/** Turns of each caller apart: whoever asks much at once waits for their own, and nobody else does. */
export class CallersTurns {
  private readonly callers = new Map<string, { readonly turns: Turns; readonly pace: Pace; count: number }>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Waits for a turn of a caller. Throws `BUSY` where too many of theirs wait, and the signal's reason. */
  async take(caller: string, signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    const { atOnce, waiting } = this;
    const own = this.callers.get(caller) ?? { turns: new Turns(atOnce, waiting), pace: new Pace(), count: 0 };
    this.callers.set(caller, own);
    own.count++;
    let endTurn = () => {};
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      endTurn();
      own.count--;
      if (own.count === 0) this.callers.delete(caller);
    };
    try {
      endTurn = await own.turns.take(caller, signal);
      // Also one that will be refused takes a step: it costs something to read it.
      await own.pace.step();
      signal.throwIfAborted();
    } catch (error) {
      end();
      throw error;
    }
    return { end, step: own.pace.step };
  }
}
