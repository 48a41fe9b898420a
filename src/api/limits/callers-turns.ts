import { Pace } from './pace.ts';
import { Turns } from './turns.ts';

/** A caller's turn at one request. */
interface Turn {
  /** Ends it; may be called again. */
  readonly end: () => void;
  /** Waits for the next step of the caller's work. */
  readonly step: () => Promise<void>;
}

/** How many times the steps of somebody else are much: who took so many lets them go first, if they came so shortly before. */
const [MUCH, LATELY_MS] = [8, 100];

/** A caller some of whose requests are worked on. */
interface Caller {
  readonly turns: Turns;
  readonly pace: Pace;
  count: number;
  /** How many of them came lately. */
  fresh: number;
}

/**
 * Turns of each caller apart: whoever asks much at once waits for their own, and nobody else does. The next step of who took
 * many of late comes after the requests of those who took few.
 */
export class CallersTurns {
  private readonly callers = new Map<string, Caller>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly latelyMs = LATELY_MS,
  ) {}

  /** Waits for a turn of a caller. Throws `BUSY` where too many of theirs wait, and the signal's reason. */
  async take(caller: string, signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    const { atOnce, waiting } = this;
    const own: Caller = this.callers.get(caller) ?? {
      turns: new Turns(atOnce, waiting),
      pace: new Pace(() => this.isHeavy(own)),
      count: 0,
      fresh: 0,
    };
    this.callers.set(caller, own);
    own.count++;
    own.fresh++;
    setTimeout(() => {
      own.fresh--;
    }, this.latelyMs).unref();
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

  private isHeavy({ pace }: Caller): boolean {
    for (const other of this.callers.values()) if (other.fresh > 0 && other.pace.steps * MUCH < pace.steps) return true;
    return false;
  }
}
