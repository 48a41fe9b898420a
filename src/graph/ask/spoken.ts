import type { RowReads } from '../../knowledge/rows.ts';
import type { StatementView } from '../../knowledge/views.ts';
import { wordsSought } from '../search-words.ts';
import { MOST_EACH, mostWords } from './most-words.ts';
import { statementsById } from './statements.ts';

/** Statements with words of a search. */
export async function spoken(rows: RowReads, search: string, first: number): Promise<StatementView[]> {
  const found = await rows.range({
    table: 'said',
    order: 'key',
    prefixes: wordsSought(search).under.map((word) => [`word ${word}`]),
    descending: true,
    where: { live: 1 },
    limit: MOST_EACH,
    each: true,
  });
  const best = mostWords(
    found.map(({ statement, day }) => ({ id: statement, day })),
    first,
  );
  const views = await statementsById(
    rows,
    best.map(({ id }) => id),
  );
  return best.flatMap(({ id }) => views.get(id) ?? []);
}
