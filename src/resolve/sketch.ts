/** How many least hashes a sketch keeps. */
const SIZE = 32;

/**
 * MinHash: of so many hash functions the least value over all runs of `length` words. Two texts agree in about that part of
 * their sketches which their runs have in common (Broder 1997).
 */
export function sketchOf(words: readonly string[], length: number, size = SIZE): number[] {
  const least = new Uint32Array(size).fill(0xffffffff);
  for (let at = 0; at + length <= words.length; at++) {
    let run = hash(words[at] as string);
    for (let next = at + 1; next < at + length; next++) run = hash(words[next] as string, hash(' ', run));
    for (let n = 0; n < size; n++) {
      const value = mixed(run, n);
      if (value < (least[n] as number)) least[n] = value;
    }
  }
  return [...least];
}

/** Keys of which two sketches that agree much are likely to share one: each a hash of `rows` values and their place. */
export function bandsOf(sketch: readonly number[], rows: number): string[] {
  return Array.from({ length: Math.floor(sketch.length / rows) }, (_, at) => {
    let [low, high] = [at, ~at];
    for (let n = at * rows; n < (at + 1) * rows; n++) {
      low = mixed(low ^ (sketch[n] as number), 1);
      high = mixed(high ^ (sketch[n] as number), 2);
    }
    return (low * 2 ** 20 + (high >>> 12)).toString(36);
  });
}

/** Which part of two sketches agrees, 0 to 1. */
export function agreement(a: readonly number[], b: readonly number[]): number {
  return a.length === 0 ? 0 : a.filter((value, at) => value === b[at]).length / a.length;
}

/** FNV-1a, 32 bits; of what follows on a text where that text's own is given. */
function hash(text: string, before = 0x811c9dc5): number {
  let value = before;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Another hash of a hash for each n (the finaliser of MurmurHash3). */
function mixed(value: number, n: number): number {
  let x = (value ^ Math.imul(n + 1, 0x9e3779b1)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
