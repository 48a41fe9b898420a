import type { Resolver } from '../../knowledge/appearance.ts';
import type { NewChange } from '../../knowledge/change.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import type { RowReads, RowWrites, Tables } from '../../knowledge/rows.ts';
import type { Applied } from '../../knowledge/store.ts';
import { addTo } from '../add-to.ts';
import { extractionOf, storedExtraction } from '../stored-extraction.ts';
import { decisionsOf } from './decide.ts';
import { type Derived, derive } from './derive.ts';
import { logChanges, spokenOf } from './log-changes.ts';
import { recast } from './recast.ts';
import { inOrder, versionRow } from './versions.ts';

type Version = Tables['version'];

/** More versions than one article can have. */
export const MOST_VERSIONS = 10_000;

/** What articles are taken in with. */
export interface Remembering {
  readonly resolver: Resolver;
  readonly now: string;
  /** What follows from some of them as current versions about which nothing was decided. */
  readonly ahead?: ReadonlyMap<Extraction, Derived>;
}

/** Takes in articles: which versions are current, what they say, and what follows. Tells what became of each. */
export async function remember(
  rows: RowWrites,
  extractions: readonly Extraction[],
  { resolver, now, ahead }: Remembering,
): Promise<Applied[]> {
  const ids = [...new Set(extractions.map(({ article }) => article.id))];
  const retracted = new Set(
    (
      await rows.get(
        'gone',
        ids.map((id) => [id]),
      )
    ).map(({ article }) => article),
  );
  const before = grouped(await versionsOf(rows, ids));
  const after = new Map(before);
  /** What is to be kept of each version, by `doc`. */
  const given = new Map<string, Extraction>();
  const applied = extractions.map((extraction): Applied => {
    const { id, version } = extraction.article;
    if (retracted.has(id)) return 'retracted';
    const known = after.get(id) ?? [];
    const same = known.find((row) => row.version === version);
    if (same?.release === extraction.release) return 'unchanged';
    const row = versionRow(extraction, now);
    const ordered = inOrder([...known.filter((one) => one !== same), row]);
    after.set(id, ordered);
    given.set(row.doc, extraction);
    if (ordered.at(-1)?.version !== version) return 'older';
    return known.length === 0 ? 'added' : 'replaced';
  });
  const stored = new Map([...before.values()].flat().map((row) => [row.doc, row]));
  const written = [...after.values()].flat().filter((row) => !isEqual(stored.get(row.doc), row));
  const read = new Set(written.filter((row) => stored.get(row.doc)?.release !== row.release));
  // What is new is as it was given; only what was stored before is read again.
  const told = written.filter((row) => read.has(row) || stored.get(row.doc)?.current !== row.current);
  const left = told.flatMap(({ doc }) => stored.get(doc) ?? []);
  const kept = await extractionsOf(rows, left);
  const decisions = await decisionsOf(rows, ids);
  const derived = (row: Version, extraction: Extraction | undefined): Derived => {
    const [decided, known] = [decisions.get(row.article) ?? [], ahead?.get(extraction as Extraction)];
    if (known && row.current === 1 && decided.length === 0) return known;
    return derive(extraction as Extraction, row.current === 1, decided, resolver);
  };
  const old = left.map((row) => derived(row, kept.get(row.doc)));
  const next = told.map((row) => derived(row, given.get(row.doc) ?? kept.get(row.doc)));
  await rows.put('version', written);
  await rows.put(
    'extraction',
    [...read].map(({ doc }) => ({ doc, json: storedExtraction(given.get(doc) as Extraction) })),
  );
  if (next.length > 0) await recast(rows, old, next, resolver);
  await logChanges(rows, changesOf(extractions, applied, [...old, ...next], now));
  return applied;
}

function changesOf(
  extractions: readonly Extraction[],
  applied: readonly Applied[],
  derivedOfAll: readonly Derived[],
  at: string,
): NewChange[] {
  const byArticle = new Map<string, Derived[]>();
  for (const derivedOne of derivedOfAll) addTo(byArticle, derivedOne.article, derivedOne);
  return extractions.flatMap(({ article: { id, version, source } }, index) => {
    const kind = applied[index] as Applied;
    if (kind === 'unchanged' || kind === 'retracted') return [];
    const signatures = spokenOf(byArticle.get(id) ?? []);
    return [{ at, kind, articles: [id], version, source, decision: null, signatures }];
  });
}

/** All stored versions of these articles. */
export function versionsOf(rows: RowWrites, articles: readonly string[]): Promise<Version[]> {
  const prefixes = articles.map((id) => [id]);
  return rows.range({ table: 'version', order: 'article', prefixes, limit: MOST_VERSIONS, each: true });
}

/** What was read in these versions, by `doc`. */
export async function extractionsOf(rows: RowReads, versions: readonly Version[]): Promise<Map<string, Extraction>> {
  const found = await rows.get(
    'extraction',
    versions.map(({ doc }) => [doc]),
  );
  const read = new Map(found.map((row) => [row.doc, row]));
  return new Map(
    versions.flatMap((version) => {
      const row = read.get(version.doc);
      return row ? [[version.doc, extractionOf(version, row)] as const] : [];
    }),
  );
}

function grouped(versions: readonly Version[]): Map<string, Version[]> {
  const groups = new Map<string, Version[]>();
  for (const row of versions) addTo(groups, row.article, row);
  return groups;
}

function isEqual(a: Version | undefined, b: Version): boolean {
  return a !== undefined && a.current === b.current && a.untilMs === b.untilMs && a.release === b.release;
}
