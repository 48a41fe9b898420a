import { refusal } from '../refusal.ts';

/** Counts what is open, by caller and in all. */
export class Streams {
  private readonly open = new Map<string, number>();
  private all = 0;

  constructor(
    private readonly each: number,
    private readonly most: number,
  ) {}

  get count(): number {
    return this.all;
  }

  /** One more of a caller; gives what closes it. Throws `TOO_MANY_SUBSCRIPTIONS` (429). */
  take(caller: string): () => void {
    const own = this.open.get(caller) ?? 0;
    if (own >= this.each || this.all >= this.most) {
      const limit = own >= this.each ? this.each : this.most;
      throw refusal('TOO_MANY_SUBSCRIPTIONS', `${limit} are open: end one first, or try later`, { limit }, 429);
    }
    this.open.set(caller, own + 1);
    this.all++;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.all--;
      const left = (this.open.get(caller) ?? 1) - 1;
      if (left > 0) this.open.set(caller, left);
      else this.open.delete(caller);
    };
  }
}
