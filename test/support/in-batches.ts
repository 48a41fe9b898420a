import fc from 'fast-check';

/** The places 0 to `count` - 1 in any order, cut into any batches. */
export function inBatches(count: number): fc.Arbitrary<number[][]> {
  const all = Array.from({ length: count }, (_, at) => at);
  const order = fc.shuffledSubarray(all, { minLength: count });
  const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: count });
  return fc.tuple(order, cuts).map(([list, sizes]) => {
    const batches: number[][] = [];
    for (let at = 0, n = 0; at < list.length; at += sizes[n++] as number)
      batches.push(list.slice(at, at + (sizes[n] as number)));
    return batches;
  });
}

/** The things at these places. */
export function batchesOf<Thing>(things: readonly Thing[], places: readonly (readonly number[])[]): Thing[][] {
  return places.map((batch) => batch.map((at) => things[at] as Thing));
}
