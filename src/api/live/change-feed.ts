import type { Change } from '../../knowledge/change.ts';
import type { GraphStore } from '../../knowledge/store.ts';

/** Changes read at a time: a subscriber holds no more than this in hand. */
const PAGE = 50;

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Follows the store's log of commits, whoever writes it. Each subscriber reads on from a place of its own as fast as it
 * takes what it is given; while any wait for more, one look every `everyMs` at where the log stands serves them all.
 */
export class ChangeFeed {
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: Pick<GraphStore, 'lastChange' | 'changes'>,
    private readonly everyMs: number,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Changes behind a place and all that come, some at a time, until the signal is aborted. */
  async *after(place: number, signal: AbortSignal): AsyncGenerator<readonly Change[], void> {
    let at = place;
    while (!signal.aborted) {
      const page = await this.store.changes(at, PAGE);
      if (page.length > 0) yield page;
      else await this.more(at, signal);
      at = page.at(-1)?.seq ?? at;
    }
  }

  private more(at: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(entry);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const entry: Waiting = { at, wake };
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', wake);
      this.waiting.add(entry);
      this.lookLater();
    });
  }

  private lookLater(): void {
    this.timer ??= setTimeout(() => void this.look(), this.everyMs).unref();
  }

  private async look(): Promise<void> {
    // A store that cannot be reached for a while is asked again: nothing is lost, it is in the log.
    const last = await this.store.lastChange().catch((error: unknown) => {
      this.onFault(error);
      return 0;
    });
    this.timer = null;
    for (const { at, wake } of [...this.waiting]) if (at < last) wake();
    if (this.waiting.size > 0) this.lookLater();
  }
}
