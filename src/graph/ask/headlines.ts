import type { Headline } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { wordsSought } from '../search-words.ts';
import { MOST_EACH, mostWords } from './most-words.ts';
import { toldVersion } from './versions-at.ts';

/** Articles with words of a search in their headline. */
export async function headlines(rows: RowReads, search: string, first: number): Promise<Headline[]> {
  const found = await rows.range({
    table: 'titled',
    order: 'key',
    prefixes: wordsSought(search).under.map((word) => [word]),
    descending: true,
    limit: MOST_EACH,
    each: true,
  });
  const best = mostWords(
    found.map(({ doc, day }) => ({ id: doc, day })),
    first,
  );
  const versions = await rows.get(
    'version',
    best.map(({ id }) => [id]),
  );
  const told = new Map(versions.map((row) => [row.doc, toldVersion(row)]));
  return best.flatMap(({ id, words }) => {
    const version = told.get(id);
    return version ? [{ told: version, words }] : [];
  });
}
