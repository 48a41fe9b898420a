import type { Extraction } from '../../knowledge/extraction.ts';
import type { Evidence } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import { knownAt } from './retold.ts';

/** Characters shown before and after the words. */
const AROUND = 60;

/** The first words that each fact rests on, with what stands around them; of current versions, or as of an instant. */
export async function evidence(
  rows: RowReads,
  facts: readonly string[],
  each: number,
  asOf: number | null = null,
): Promise<Map<string, Evidence[]>> {
  const distinct = [...new Set(facts)];
  const claims = await rows.range({
    table: 'claim',
    order: 'key',
    prefixes: distinct.map((fact) => [fact]),
    ...(asOf === null && { where: { live: 1 } }),
    limit: each,
    each: true,
  });
  const kept = asOf === null ? claims : await knownAt(rows, claims, asOf);
  const keys = new Map(kept.map(({ article, version }) => [`${article}\n${version}`, [article, version]]));
  const versions = await rows.get('version', [...keys.values()]);
  const texts = new Map(
    versions.map((row) => [`${row.article}\n${row.version}`, (JSON.parse(row.extraction) as Extraction).article.text]),
  );
  const found = new Map<string, Evidence[]>();
  for (const { live: _, ...claim } of kept) {
    const text = texts.get(`${claim.article}\n${claim.version}`) ?? '';
    const prefix = text.slice(Math.max(0, claim.start - AROUND), claim.start);
    const suffix = text.slice(claim.end, claim.end + AROUND);
    addTo(found, claim.fact, { ...claim, prefix, suffix });
  }
  return found;
}
