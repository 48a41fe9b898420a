import { compareText } from '../../knowledge/order.ts';
import type { Headline } from '../../knowledge/questions.ts';
import type { RowReads, Tables } from '../../knowledge/rows.ts';
import { wordsSought } from '../search-words.ts';
import { toldVersion } from './versions-at.ts';

/** Words of a search that are looked for, and the newest articles that are looked at for each. */
const MOST_WORDS = 8;
const MOST_EACH = 500;

/** Articles with words of a search in their headline: those with most of them first, of equals the newest. */
export async function headlines(rows: RowReads, search: string, first: number): Promise<Headline[]> {
  const found = await rows.range({
    table: 'titled',
    order: 'key',
    prefixes: wordsSought(search)
      .under.slice(0, MOST_WORDS)
      .map((word) => [word]),
    descending: true,
    limit: MOST_EACH,
    each: true,
  });
  const byDoc = new Map<string, { readonly row: Tables['titled']; words: number }>();
  for (const row of found) {
    const known = byDoc.get(row.doc) ?? { row, words: 0 };
    known.words++;
    byDoc.set(row.doc, known);
  }
  const best = [...byDoc.values()]
    .sort((a, b) => b.words - a.words || compareText(b.row.day, a.row.day) || compareText(a.row.doc, b.row.doc))
    .slice(0, first);
  const versions = await rows.get(
    'version',
    best.map(({ row }) => [row.doc]),
  );
  const told = new Map(versions.map((row) => [row.doc, toldVersion(row)]));
  return best.flatMap(({ row, words }) => {
    const version = told.get(row.doc);
    return version ? [{ told: version, words }] : [];
  });
}
