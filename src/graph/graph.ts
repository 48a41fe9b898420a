import type { Resolver } from '../knowledge/appearance.ts';
import type { Decision } from '../knowledge/decision.ts';
import type { Extraction } from '../knowledge/extraction.ts';
import type { RowStore } from '../knowledge/rows.ts';
import { type Applied, type ArticleKey, type Deciding, type GraphStore, MAX_PAGE } from '../knowledge/store.ts';
import { evidence } from './ask/evidence.ts';
import { find, named, namedIn } from './ask/find.ts';
import { headlines } from './ask/headlines.ts';
import { neighboursOf } from './ask/neighbours.ts';
import { entities, events, nodesOf, ofSignatures } from './ask/nodes.ts';
import { partsOf } from './ask/parts.ts';
import { PARTS_AHEAD, relationships, relationshipsOf } from './ask/relationships.ts';
import { retellings } from './ask/retellings.ts';
import { tellingsOf } from './ask/retold.ts';
import { spoken } from './ask/spoken.ts';
import { statements, statementsById } from './ask/statements.ts';
import { subjectOf } from './ask/subject-of.ts';
import { timeline, timelineAhead } from './ask/timeline.ts';
import { extractionsAt, toldVersion, versionsAt } from './ask/versions-at.ts';
import { checkGraph } from './check/check-graph.ts';
import { recordsOf, restoreDecisions } from './files/records.ts';
import { storedVersions } from './files/stored-versions.ts';
import { decide } from './remember/decide.ts';
import { deriveAhead } from './remember/derive-ahead.ts';
import { docId } from './remember/doc-id.ts';
import { changesAfter, lastChange } from './remember/log-changes.ts';
import { remember } from './remember/remember.ts';

const BATCH = 100;

/** What a graph is made of: rows somewhere, who decides who is who, and the time of day. */
export interface GraphParts {
  readonly rows: RowStore;
  readonly resolver: Resolver;
  readonly clock: () => string;
}

/** The graph over any store of rows. */
export function openGraph({ rows, resolver, clock }: GraphParts): GraphStore {
  return {
    within: (signal, step) => openGraph({ rows: rows.within(signal, step), resolver, clock }),
    remember(extractions: readonly Extraction[]): Promise<Applied[]> {
      const ahead = deriveAhead(extractions, resolver);
      return rows
        .transaction((tx) => remember(tx, extractions, { resolver, now: clock(), ahead: ahead.stop() }))
        .finally(ahead.stop);
    },
    async knows({ article, version, release }) {
      const [found] = await rows.get('version', [[docId(article, version)]]);
      return found ? found.release === release : false;
    },
    decide: (deciding: Deciding): Promise<Decision> =>
      rows.transaction((tx) => decide(tx, deciding, { resolver, now: clock() })),
    async article(id) {
      const [found] = await extractionsAt(rows, [{ article: id, version: null }]);
      return found ?? null;
    },
    async articles({ first, after }: { readonly first: number; readonly after: ArticleKey | null }) {
      const limit = Math.min(Math.max(1, first), MAX_PAGE);
      const found = await rows.range({
        table: 'version',
        order: 'newest',
        prefixes: [[1]],
        ...(after && { before: [Date.parse(after.publishedAt), after.id] }),
        descending: true,
        limit: limit + 1,
      });
      return { articles: found.slice(0, limit).map(toldVersion), hasNext: found.length > limit };
    },
    versions: () => storedVersions(rows),
    async *decisions() {
      let after: readonly string[] = [];
      for (;;) {
        const found = await rows.range({ table: 'decision', order: 'key', prefixes: [[]], after, limit: BATCH });
        let before = after[0];
        for (const { id, json } of found) {
          if (id !== before) yield JSON.parse(json) as Decision;
          before = id;
        }
        const last = found.at(-1);
        if (!last) return;
        after = [last.id, last.article];
      }
    },
    lastChange: () => lastChange(rows),
    changes: (after, first) => changesAfter(rows, after, Math.min(Math.max(1, first), MAX_PAGE)),
    nodesOf: (ids, next) => nodesOf(rows, ids, next === 'parts' ? PARTS_AHEAD : timelineAhead(rows, next)),
    entities: (ids) => entities(rows, ids),
    entitiesOfSignatures: (signatures) => ofSignatures(rows, signatures, 'entity', entities),
    partsOf: (place) => partsOf(rows, place),
    find: (search, type, first) => find(rows, search, type, first),
    headlines: (search, first) => headlines(rows, search, first),
    spoken: (search, first) => spoken(rows, search, first),
    named: (name, next) => named(rows, name, next === 'parts' ? PARTS_AHEAD : undefined),
    namedIn: (text, first) => namedIn(rows, text, first),
    events: (ids) => events(rows, ids),
    versionsAt: (keys) => versionsAt(rows, keys),
    extractionsAt: (keys) => extractionsAt(rows, keys),
    eventsOfSignatures: (signatures) => ofSignatures(rows, signatures, 'event', events),
    tellings: (views) => tellingsOf(rows, views, null),
    timeline: (filter, page) => timeline(rows, filter, page),
    statements: (filter, page) => statements(rows, filter, page),
    statementsById: (ids) => statementsById(rows, ids),
    retellings: (ids) => retellings(rows, ids),
    relationships: (of, other, types, asOf) => relationships(rows, of, other, types, asOf),
    relationshipsOf: (ids, types, asOf, next) => relationshipsOf(rows, ids, types, asOf, next),
    neighbours: async (of, first) => (await neighboursOf(rows, [of], first)).get(of) ?? [],
    neighboursOf: (ids, first) => neighboursOf(rows, ids, first),
    subjectOf: (id) => subjectOf(rows, id),
    evidence: (facts, each, asOf) => evidence(rows, facts, each, asOf),
    restore: (records) => rows.transaction((tx) => restoreDecisions(tx, records)),
    records: () => recordsOf(rows),
    check: (scratch) => checkGraph(rows, scratch, resolver),
    async health() {
      const [versions, articles] = await Promise.all([rows.count('version'), rows.count('version', { current: 1 })]);
      return { kind: rows.kind, articles, versions };
    },
    async stats() {
      const live = { live: 1 };
      const [entities, events, statements, relations, claims, decisions] = await Promise.all([
        rows.count('entity'),
        rows.count('event', live),
        rows.count('statement', live),
        rows.count('relation', live),
        rows.count('claim', live),
        rows.count('decision'),
      ]);
      return { entities, events, statements, relations, claims, decisions };
    },
    close: () => rows.close(),
  };
}
