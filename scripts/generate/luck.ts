/** Numbers that look random and are the same for the same seed (mulberry32). */
export function luckOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A place in a list of `size`, the first ones most often: Zipf's law, by inverting its sum. */
export function zipf(luck: () => number, size: number): number {
  return Math.min(size - 1, Math.floor((size + 1) ** luck() - 1));
}
