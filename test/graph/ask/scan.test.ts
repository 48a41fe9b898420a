import { expect, test } from '@jest/globals';
import { type Piece, pieceOf, scan } from '../../../src/graph/ask/scan.ts';
import type { Answer } from '../../../src/knowledge/questions.ts';

interface Row {
  readonly day: string;
  readonly id: string;
}

const numbered = (n: number): Row => ({ day: '2024-02-10', id: String(n).padStart(6, '0') });

/** A list of so many rows of which some are wanted, read as they lie and with the others passed over by the store. */
function lists(length: number, isWanted: (n: number) => boolean) {
  const all = Array.from({ length }, (_, n) => numbered(n));
  const from = (after: readonly string[] | null) => (after ? Number(after[1]) + 1 : 0);
  const plain = async (after: readonly string[] | null, limit: number): Promise<Piece<Row>> =>
    pieceOf(all.slice(from(after), from(after) + limit), limit);
  const sifted = async (after: readonly string[] | null, limit: number, most: number): Promise<Piece<Row>> => {
    const looked = all.slice(from(after), from(after) + most);
    const rows = looked.filter(({ id }) => isWanted(Number(id))).slice(0, limit);
    const last = rows.length === limit ? (rows.at(-1) as Row) : null;
    if (last) return { rows, looked: Number(last.id) + 1 - from(after), until: last };
    return { rows, looked: looked.length, until: looked.length < most ? null : (looked.at(-1) ?? null) };
  };
  const keep = async (rows: readonly Row[]) =>
    new Map(rows.flatMap(({ id }) => (isWanted(Number(id)) ? [[id, Number(id)] as const] : [])));
  return { plain, sifted, keep };
}

const everyNth = (n: number) => (at: number) => at % n === 0;
const cases: [string, number, number, (n: number) => boolean][] = [
  ['none of few', 30, 10, () => false],
  ['none of as many as are looked at', 5000, 10, () => false],
  ['none of more', 12_345, 10, () => false],
  ['all', 1200, 500, () => true],
  ['some', 6000, 50, everyNth(7)],
  ['few, far apart', 20_000, 20, everyNth(1900)],
  ['the last', 5001, 1, (n) => n === 5000],
  ['many, to be counted', 9000, 2000, everyNth(3)],
];
test.each(cases)('a list read as it lies and one that the store sifts have the same pages: %s', async (_, ...given) => {
  const [length, first, isWanted] = given;
  const { plain, sifted, keep } = lists(length, isWanted);
  const pages = async (isSifted: boolean) => {
    const answers: Answer<number>[] = [];
    for (let after: readonly string[] | null = null; ; ) {
      const page = { first, after, descending: false };
      const answer: Answer<number> = await scan(page, { isSelective: true, isSifted }, isSifted ? sifted : plain, keep);
      answers.push(answer);
      if (!answer.hasNext) return answers;
      after = answer.end;
    }
  };
  const here = await pages(false);
  expect(await pages(true)).toEqual(here);
  const found = here.flatMap(({ items }) => items.map(({ item }) => item));
  expect(found).toEqual(Array.from({ length }, (__, n) => n).filter(isWanted));
});
