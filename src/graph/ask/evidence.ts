import type { Bounds } from '../../knowledge/ahead.ts';
import type { Evidence } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import { knownAt } from './retold.ts';
import { toldVersion } from './versions-at.ts';

/** Characters shown before and after the words. */
const AROUND = 60;

/** The claims of one fact, the first `each`. */
export function claimBounds(each: number, asOf: number | null): Bounds<'claim'> {
  return { table: 'claim', order: 'key', ...(asOf === null && { where: { live: 1 } }), limit: each, each: true };
}

/** The first words that each fact rests on, with what stands around them; of current versions, or as of an instant. */
export async function evidence(
  rows: RowReads,
  facts: readonly string[],
  each: number,
  asOf: number | null = null,
): Promise<Map<string, Evidence[]>> {
  const distinct = [...new Set(facts)];
  const claims = await rows.range({ ...claimBounds(each, asOf), prefixes: distinct.map((fact) => [fact]) });
  const kept = asOf === null ? claims : await knownAt(rows, claims, asOf);
  const versions = await rows.get(
    'version',
    [...new Set(kept.map(({ doc }) => doc))].map((doc) => [doc]),
  );
  const known = new Map(versions.map((row) => [row.doc, toldVersion(row)]));
  const found = new Map<string, Evidence[]>();
  for (const { fact, doc, start, end, exact, modality, statement, rule, confidence, reportedAt } of kept) {
    const told = known.get(doc);
    if (!told) continue;
    const { id: article, version, text } = told.article;
    const prefix = text.slice(Math.max(0, start - AROUND), start);
    const suffix = text.slice(end, end + AROUND);
    addTo(found, fact, {
      fact,
      told,
      article,
      version,
      start,
      end,
      exact,
      prefix,
      suffix,
      modality,
      statement,
      rule,
      confidence,
      reportedAt,
    });
  }
  return found;
}
