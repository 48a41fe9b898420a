import DataLoader from 'dataloader';
import type { Extraction } from '../knowledge/extraction.ts';
import type { Evidence, GraphReads, VersionKey } from '../knowledge/questions.ts';
import type { EntityView, EventView, StatementView, Telling } from '../knowledge/views.ts';

const BATCH = 500;

/** Reads of one request, gathered: what many fields ask for in one moment is one question to the store. */
export interface Loaders {
  readonly entities: DataLoader<string, EntityView | null>;
  readonly entitiesOfSignatures: DataLoader<string, EntityView | null>;
  readonly events: DataLoader<string, EventView | null>;
  readonly eventsOfSignatures: DataLoader<string, EventView | null>;
  readonly statements: DataLoader<string, StatementView | null>;
  readonly versions: DataLoader<VersionKey, Extraction | null, string>;
  readonly tellings: DataLoader<EventView, readonly Telling[], string>;
  /** The first words of each of some facts, of current versions or as of an instant. */
  evidence(facts: readonly string[], each: number, asOf: number | null): Promise<Evidence[]>;
}

/** Loaders over a store, for one request. */
export function loadersOf(store: GraphReads): Loaders {
  const byId = <View>(read: (ids: readonly string[]) => Promise<Map<string, View>>) =>
    new DataLoader<string, View | null>(
      async (ids) => {
        const found = await read(ids);
        return ids.map((id) => found.get(id) ?? null);
      },
      { maxBatchSize: BATCH },
    );
  const evidence = new Map<string, DataLoader<string, readonly Evidence[]>>();
  const evidenceOf = (each: number, asOf: number | null) => {
    const key = `${each} ${asOf}`;
    const loader =
      evidence.get(key) ??
      new DataLoader<string, readonly Evidence[]>(
        async (facts) => {
          const found = await store.evidence(facts, each, asOf);
          return facts.map((fact) => found.get(fact) ?? []);
        },
        { maxBatchSize: BATCH },
      );
    evidence.set(key, loader);
    return loader;
  };
  return {
    entities: byId((ids) => store.entities(ids)),
    entitiesOfSignatures: byId((ids) => store.entitiesOfSignatures(ids)),
    events: byId((ids) => store.events(ids)),
    eventsOfSignatures: byId((ids) => store.eventsOfSignatures(ids)),
    statements: byId((ids) => store.statementsById(ids)),
    versions: new DataLoader<VersionKey, Extraction | null, string>((keys) => store.versionsAt(keys), {
      maxBatchSize: BATCH,
      cacheKeyFn: ({ article, version }) => JSON.stringify([article, version]),
    }),
    tellings: new DataLoader<EventView, readonly Telling[], string>(
      async (views) => {
        const found = await store.tellings(views);
        return views.map(({ id }) => found.get(id) ?? []);
      },
      { maxBatchSize: BATCH, cacheKeyFn: ({ id }) => id },
    ),
    async evidence(facts, each, asOf) {
      const loader = evidenceOf(each, asOf);
      const found = (await Promise.all(facts.map((fact) => loader.load(fact)))).flat();
      const seen = new Set<string>();
      return found
        .filter(({ article, version, start, end }) => {
          const key = JSON.stringify([article, version, start, end]);
          return !seen.has(key) && seen.add(key);
        })
        .slice(0, each);
    },
  };
}
