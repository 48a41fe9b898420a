/**
 * Works on several items at once and gives the results in the order of the items. At most `ahead` items are begun and
 * not yet given, so memory is bounded however long the input; with 1 each waits for the one before it. An item that
 * fails throws at its turn, after the results before it; then, or when the caller stops, what is begun is waited for.
 * Items must not depend on each other.
 */
export async function* annotateAhead<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  annotate: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      const result = annotate(item);
      // A failure is thrown at its turn; until then it is nobody's, and must not end the process.
      result.catch(() => {});
      begun.push(result);
      if (begun.length >= ahead) yield await (begun.shift() as Promise<Result>);
    }
    while (begun.length > 0) yield await (begun.shift() as Promise<Result>);
  } finally {
    await Promise.allSettled(begun);
  }
}
