import type { Answer, Listed, Page } from '../knowledge/questions.ts';
import type { Watch } from './watch.ts';

/**
 * Reads a page of a list and goes on where much had to be passed over, until the page is full, the list ends, or the request
 * has little time left: only then does a page with fewer items have a next.
 */
export async function filledPage<Item>(
  page: Page,
  watch: Pick<Watch, 'isLate' | 'isPatient'>,
  read: (page: Page) => Promise<Answer<Item>>,
): Promise<Answer<Item>> {
  const items: Listed<Item>[] = [];
  for (let { after } = page; ; ) {
    const answer = await read({ ...page, first: page.first - items.length, after });
    items.push(...answer.items);
    const { hasNext, end } = answer;
    if (!hasNext || end === null || items.length >= page.first || watch.isLate) return { items, hasNext, end };
    after = end;
    // Others go between its further reads.
    watch.isPatient = true;
  }
}
