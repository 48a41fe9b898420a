import type { Answer, Page } from '../knowledge/questions.ts';

/** Items of a list, and whether they are all there are. */
export interface Some<Item> {
  readonly items: readonly Item[];
  readonly isComplete: boolean;
}

/** Reads a list up to a number of items that are counted or drawn, not shown one by one. */
export async function readUpTo<Item>(most: number, read: (page: Page) => Promise<Answer<Item>>): Promise<Some<Item>> {
  const { items, hasNext } = await read({ first: most, after: null, descending: false });
  return { items: items.map(({ item }) => item), isComplete: !hasNext };
}
