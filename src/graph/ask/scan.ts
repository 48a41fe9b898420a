import { compareValues } from '../../knowledge/order.ts';
import { piecesOf } from '../../knowledge/pieces-of.ts';
import type { Answer, Days, Listed, Page } from '../../knowledge/questions.ts';
import { MAX_PAGE } from '../../knowledge/store.ts';

/** Items of the longest list that is asked for at once, to be counted or drawn; a page that is shown has MAX_PAGE at most. */
const MOST_ITEMS = 10_000;
/** Rows that a question looks at before it answers with what it has found so far; for each item of a longer list so many more. */
const MOST_SCANNED = 5000;
const SCANNED_EACH = 20;
/** Rows that are looked at in one way to a store that sifts. */
const MOST_SIFTED = 50_000;
/** Rows that are read first for a longer list, with what they lead to: few lists are longer. */
const MOST_FIRST = 2500;
/** Rows whose items are asked for together. */
const KEPT_AT_ONCE = 2000;

/** Where a row stands in its list, and what it stands for. */
interface Standing {
  readonly day: string;
  readonly id: string;
}

/** Rows of a list, in order. */
export interface Piece<Row> {
  readonly rows: readonly Row[];
  /** How many were looked at for these. */
  readonly looked: number;
  /** The last that was looked at, where there may be more behind it; null at the end. */
  readonly until: Row | null;
}

/** How a list is read. */
interface Reading {
  /** Whether much of the list may be about something else: then more is read at once. */
  readonly isSelective: boolean;
  /** Whether the store passes over what is about something else; each way to such a store is long. */
  readonly isSifted: boolean;
  /** Whether many of those that such a store gives may yet be about something else. */
  readonly isCoarse?: boolean;
}

/**
 * Reads a list in pieces until a page is full: `read` gives the next rows in order, at most `limit` and looking at no more
 * than `most`; `keep` gives the items of those that the question is about. Ends early, with where to go on, when much had
 * to be passed over.
 */
export async function scan<Row extends Standing, Item>(
  page: Page,
  reading: Reading,
  read: (after: readonly string[] | null, limit: number, most: number) => Promise<Piece<Row>>,
  keep: (rows: readonly Row[]) => Promise<Map<string, Item>>,
): Promise<Answer<Item>> {
  const first = lengthOf(page);
  const most = first > MAX_PAGE ? 2 * MOST_SCANNED + SCANNED_EACH * first : MOST_SCANNED;
  let limit = firstLimit(page, reading);
  const items: Listed<Item>[] = [];
  const seen = new Set<string>();
  let after = page.after;
  for (let scanned = 0; ; ) {
    const left = Math.min(most - scanned, MOST_SIFTED);
    const { rows, looked, until } = await read(after, Math.min(limit, left), left);
    scanned += looked;
    const fresh = rows.filter(({ id }) => !seen.has(id));
    const kept = await Promise.all(piecesOf(fresh, KEPT_AT_ONCE).map(keep));
    for (const [at, { id, day }] of fresh.entries()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const item = kept[Math.floor(at / KEPT_AT_ONCE)]?.get(id);
      if (item === undefined) continue;
      if (items.length === first) return { items, hasNext: true, end: items.at(-1)?.at ?? null };
      items.push({ item, at: [day, id] });
    }
    if (!until) return { items, hasNext: false, end: items.at(-1)?.at ?? null };
    after = [until.day, until.id];
    limit = Math.min(widest(reading), limit * 4);
    if (scanned >= most) return { items, hasNext: true, end: after };
  }
}

/** The rows of a range as a piece of its list: at its limit there may be more. */
export function pieceOf<Row>(rows: readonly Row[], limit: number): Piece<Row> {
  return { rows, looked: rows.length, until: rows.length < limit ? null : (rows.at(-1) ?? null) };
}

/** How many rows are read first. */
export function firstLimit(page: Page, reading: Reading): number {
  const first = lengthOf(page);
  // Most rows of an index are those asked for: a little more than a page at first, then more where they are not.
  const likely = Math.max(20, first + 1 + Math.ceil(first / 10));
  if (reading.isSifted) return Math.min(MOST_FIRST, reading.isCoarse ? 2 * likely : likely);
  return reading.isSelective ? MAX_PAGE : Math.min(MAX_PAGE, likely);
}

/** What is read at once holds up everybody in one store, and waits for a way there and back in the other. */
function widest({ isSifted }: Reading): number {
  return isSifted ? 2 * MOST_ITEMS : MAX_PAGE;
}

function lengthOf({ first }: Page): number {
  return Math.min(Math.max(1, first), MOST_ITEMS);
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
