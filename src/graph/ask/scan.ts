import { compareValues } from '../../knowledge/order.ts';
import type { Answer, Days, Listed, Page } from '../../knowledge/questions.ts';
import { MAX_PAGE } from '../../knowledge/store.ts';

/** Rows that a question looks at before it answers with what it has found so far. */
const MOST_SCANNED = 5000;

/** Where a row stands in its list, and what it stands for. */
interface Standing {
  readonly day: string;
  readonly id: string;
}

/**
 * Reads a list in pieces until a page is full: `read` gives the next rows in order, `keep` the items of those that the
 * question is about. Ends early, with where to go on, when much had to be passed over. `isSelective` tells that much of
 * the list may be about something else: then more is read at once.
 */
export async function scan<Row extends Standing, Item>(
  page: Page,
  isSelective: boolean,
  read: (after: readonly string[] | null, limit: number) => Promise<readonly Row[]>,
  keep: (rows: readonly Row[]) => Promise<Map<string, Item>>,
): Promise<Answer<Item>> {
  const first = lengthOf(page);
  let limit = firstLimit(page, isSelective);
  const items: Listed<Item>[] = [];
  const seen = new Set<string>();
  let after = page.after;
  for (let scanned = 0; ; ) {
    const rows = await read(after, limit);
    scanned += rows.length;
    const fresh = rows.filter(({ id }) => !seen.has(id));
    const kept = await keep(fresh);
    for (const { id, day } of fresh) {
      if (seen.has(id)) continue;
      seen.add(id);
      const item = kept.get(id);
      if (item === undefined) continue;
      if (items.length === first) return { items, hasNext: true, end: items.at(-1)?.at ?? null };
      items.push({ item, at: [day, id] });
    }
    const last = rows.at(-1);
    if (!last || rows.length < limit) return { items, hasNext: false, end: items.at(-1)?.at ?? null };
    after = [last.day, last.id];
    limit = Math.min(MAX_PAGE, limit * 4);
    if (scanned >= MOST_SCANNED) return { items, hasNext: true, end: after };
  }
}

/** How many rows are read first. */
export function firstLimit(page: Page, isSelective: boolean): number {
  const first = lengthOf(page);
  // Most rows of an index are those asked for: a little more than a page at first, then more where they are not.
  return isSelective ? MAX_PAGE : Math.min(MAX_PAGE, Math.max(20, first + 1 + Math.ceil(first / 10)));
}

function lengthOf({ first }: Page): number {
  return Math.min(Math.max(1, first), MAX_PAGE);
}

/** Merges lists that are in the same order into one, cut at the limit. */
export function mergedByDay<Row extends Standing>(
  lists: readonly (readonly Row[])[],
  descending: boolean,
  limit: number,
): Row[] {
  const side = descending ? -1 : 1;
  const all = lists.length === 1 ? [...(lists[0] as readonly Row[])] : lists.flat();
  return all.sort((a, b) => side * compareValues([a.day, a.id], [b.day, b.id])).slice(0, limit);
}

/** Whether a time that can lie between these days answers the question. */
export function isWithin(days: Days | null, earliest: string | null, latest: string | null): boolean {
  if (!days || (days.from === null && days.to === null)) return true;
  if (earliest === null && latest === null) return false;
  const [start, end] = [earliest ?? '', latest ?? '~'];
  return days.match === 'CERTAINLY'
    ? start >= (days.from ?? '') && end <= (days.to ?? '~') && earliest !== null && latest !== null
    : start <= (days.to ?? '~') && end >= (days.from ?? '');
}
