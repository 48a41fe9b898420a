import { expect, test } from '@jest/globals';
import { filledPage } from '../../src/api/filled-page.ts';
import type { Answer, Page } from '../../src/knowledge/questions.ts';

/** A list of so many, of which every `step`th is wanted and which looks at `most` at a time. */
const list =
  (length: number, step: number, most: number) =>
  async ({ first, after }: Page): Promise<Answer<number>> => {
    const start = after ? Number(after[0]) + 1 : 0;
    const looked = Array.from({ length: Math.min(most, length - start) }, (_, n) => start + n);
    const found = looked.filter((n) => n % step === step - 1).slice(0, first);
    const until = found.length === first ? (found.at(-1) as number) : start + looked.length - 1;
    const items = found.map((n) => ({ item: n, at: [String(n)] }));
    return { items, hasNext: until < length - 1, end: [String(until)] };
  };
const page: Page = { first: 3, after: null, descending: false };
const itemsOf = ({ items }: Answer<number>) => items.map(({ item }) => item);

test('a page goes on until it is full', async () => {
  const watch = { isLate: false, isPatient: false };
  const answer = await filledPage(page, watch, list(10_000, 1000, 100));
  expect(itemsOf(answer)).toEqual([999, 1999, 2999]);
  // Others go between the reads of one that goes on.
  expect(watch.isPatient).toBe(true);
  expect(answer).toMatchObject({ hasNext: true, end: ['2999'] });
});

test('a page of which there is nothing has no next', async () => {
  const answer = await filledPage(page, { isLate: false, isPatient: false }, list(10_000, 100_000, 100));
  expect(answer).toMatchObject({ items: [], hasNext: false });
});

test('a request with little time left tells where to go on', async () => {
  const watch = { isLate: false, isPatient: false };
  const read = list(10_000, 1000, 100);
  const answer = await filledPage(page, watch, async (next) => {
    const found = await read(next);
    watch.isLate ||= found.items.length > 0;
    return found;
  });
  expect(itemsOf(answer)).toEqual([999]);
  expect(answer.hasNext).toBe(true);
  const rest = await filledPage({ ...page, after: answer.end }, { isLate: false, isPatient: false }, read);
  expect(itemsOf(rest)).toEqual([1999, 2999, 3999]);
});
