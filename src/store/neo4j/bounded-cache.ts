import { LRUCache } from 'lru-cache';

/** Keeps so many things, those used last. One told by `max` would make room for all of them at once: 2 ms a request. */
export function boundedCache<Thing extends object>(most: number): LRUCache<string, Thing> {
  return new LRUCache({ maxSize: most, sizeCalculation: () => 1 });
}
