import type { Resolver } from '../../knowledge/appearance.ts';
import type { NewChange } from '../../knowledge/change.ts';
import type { Decision } from '../../knowledge/decision.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import type { Applied } from '../../knowledge/store.ts';
import { addTo } from '../add-to.ts';
import { decisionsOf } from './decide.ts';
import { type Derived, derive } from './derive.ts';
import { logChanges, spokenOf } from './log-changes.ts';
import { recast } from './recast.ts';
import { inOrder, versionRow } from './versions.ts';

type Version = Tables['version'];

/** More versions than one article can have. */
export const MOST_VERSIONS = 10_000;

/** Takes in articles: which versions are current, what they say, and what follows. Tells what became of each. */
export async function remember(
  rows: RowWrites,
  extractions: readonly Extraction[],
  { resolver, now }: { readonly resolver: Resolver; readonly now: string },
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
  const applied = extractions.map((extraction): Applied => {
    const { id, version } = extraction.article;
    if (retracted.has(id)) return 'retracted';
    const known = after.get(id) ?? [];
    const same = known.find((row) => row.version === version);
    if (same?.release === extraction.release) return 'unchanged';
    const ordered = inOrder([...known.filter((row) => row !== same), versionRow(extraction, now)]);
    after.set(id, ordered);
    if (ordered.at(-1)?.version !== version) return 'older';
    return known.length === 0 ? 'added' : 'replaced';
  });
  const decisions = await decisionsOf(rows, ids);
  const old: Derived[] = [];
  const next: Derived[] = [];
  const given = new Map(
    extractions.map((extraction) => [`${extraction.article.id}\n${extraction.article.version}`, extraction]),
  );
  const written: Version[] = [];
  for (const id of ids) {
    const was = new Map((before.get(id) ?? []).map((row) => [row.version, row]));
    const decided = decisions.get(id) ?? [];
    for (const row of after.get(id) ?? []) {
      const known = was.get(row.version);
      if (known && isEqual(known, row)) continue;
      written.push(row);
      if (known && known.current === row.current && known.extraction === row.extraction) continue;
      if (known) old.push(derived(known, decided, resolver));
      // What is new is as it was given; only what was stored before is read again.
      const fresh = known?.extraction === row.extraction ? undefined : given.get(`${id}\n${row.version}`);
      next.push(fresh ? derive(fresh, row.current === 1, decided, resolver) : derived(row, decided, resolver));
    }
  }
  await rows.put('version', written);
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
  for (const derivedOne of derivedOfAll) addTo(byArticle, derivedOne.appearance[0]?.article ?? '', derivedOne);
  return extractions.flatMap(({ article: { id, version, source } }, index) => {
    const kind = applied[index] as Applied;
    if (kind === 'unchanged' || kind === 'retracted') return [];
    const signatures = spokenOf(byArticle.get(id) ?? []);
    return [{ at, kind, articles: [id], version, source, decision: null, signatures }];
  });
}

/** What a stored version says under these decisions. */
export function derived(row: Version, decisions: readonly Decision[], resolver: Resolver): Derived {
  return derive(JSON.parse(row.extraction) as Extraction, row.current === 1, decisions, resolver);
}

/** All stored versions of these articles. */
export function versionsOf(rows: RowWrites, articles: readonly string[]): Promise<Version[]> {
  const prefixes = articles.map((id) => [id]);
  return rows.range({ table: 'version', order: 'key', prefixes, limit: MOST_VERSIONS, each: true });
}

export function grouped(versions: readonly Version[]): Map<string, Version[]> {
  const groups = new Map<string, Version[]>();
  for (const row of versions) addTo(groups, row.article, row);
  return groups;
}

function isEqual(a: Version, b: Version): boolean {
  return a.current === b.current && a.untilMs === b.untilMs && a.release === b.release && a.extraction === b.extraction;
}
