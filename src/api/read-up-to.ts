import type { Answer, Page } from '../knowledge/questions.ts';
import { MAX_PAGE } from '../knowledge/store.ts';

/** Items of a list, and whether they are all there are. */
export interface Some<Item> {
  readonly items: readonly Item[];
  readonly isComplete: boolean;
  /** Where the reading ended. */
  readonly end: readonly string[] | null;
}

/** Reads a list page by page up to a number of items, so that each step is bounded and the work can be stopped between. */
export async function readUpTo<Item>(
  most: number,
  read: (page: Page) => Promise<Answer<Item>>,
  descending = false,
): Promise<Some<Item>> {
  const items: Item[] = [];
  let after: readonly string[] | null = null;
  // A page may be empty and still have a next; how many of those are read is bounded too.
  for (let pages = 0; pages < 2 + (2 * most) / MAX_PAGE; pages++) {
    const answer: Answer<Item> = await read({ first: Math.min(MAX_PAGE, most - items.length), after, descending });
    items.push(...answer.items.map(({ item }) => item));
    if (!answer.hasNext) return { items, isComplete: true, end: answer.end };
    after = answer.end;
    if (items.length >= most) break;
  }
  return { items, isComplete: false, end: after };
}
