/**
 * Steps of somebody's work, one in each round of the event loop and in the order asked for: whatever they want at once, all
 * others go between two of their steps.
 */
export class Pace {
  private last: Promise<unknown> = Promise.resolve();

  step = async (): Promise<void> => {
    this.last = this.last.then(() => new Promise(setImmediate));
    await this.last;
  };
}
