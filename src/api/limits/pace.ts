import { setTimeout as sleep } from 'node:timers/promises';

/** How often a step may look whether it still has to wait for others, and how long between. */
const [MOST_LOOKS, LOOK_MS] = [25, 1];

/**
 * Steps of somebody's work, one in each round of the event loop and in the order asked for: whatever they want at once, all
 * others go between two of their steps.
 */
export class Pace {
  /** Steps that were asked for until now. */
  steps = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** `isAfter`: whether somebody else goes first now. */
  constructor(private readonly isAfter: () => boolean = () => false) {}

  step = async (): Promise<void> => {
    this.steps++;
    this.last = this.last.then(() => this.turn());
    await this.last;
  };

  private async turn(): Promise<void> {
    await new Promise(setImmediate);
    for (let looks = 0; looks < MOST_LOOKS && this.isAfter(); looks++) await sleep(LOOK_MS);
  }
}
