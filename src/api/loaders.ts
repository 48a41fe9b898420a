import DataLoader from 'dataloader';
import type { Extraction } from '../knowledge/extraction.ts';
import type { Evidence, GraphReads, Related, ToldVersion, VersionKey } from '../knowledge/questions.ts';
import type { EntityView, EventView, StatementView, Telling } from '../knowledge/views.ts';

const BATCH = 500;

/** Reads of one request, gathered: what many fields ask for in one moment is one question to the store. */
export interface Loaders {
  readonly entities: DataLoader<string, EntityView | null>;
  readonly entitiesOfSignatures: DataLoader<string, EntityView | null>;
  readonly events: DataLoader<string, EventView | null>;
  readonly eventsOfSignatures: DataLoader<string, EventView | null>;
  readonly statements: DataLoader<string, StatementView | null>;
  readonly versions: DataLoader<VersionKey, ToldVersion | null, string>;
  /** What was read in versions of articles: larger by far. */
  readonly extractions: DataLoader<VersionKey, Extraction | null, string>;
  readonly tellings: DataLoader<EventView, readonly Telling[], string>;
  /** Lasting facts of an entity, or links of an event. */
  relationships(of: string, types: readonly string[], asOf: number | null): Promise<readonly Related[]>;
  /** The first words of each of some facts, of current versions or as of an instant. */
  evidence(facts: readonly string[], each: number, asOf: number | null): Promise<readonly Evidence[]>;
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
  const lists = <Item>(read: (ids: readonly string[]) => Promise<Map<string, Item[]>>) =>
    new DataLoader<string, readonly Item[]>(
      async (ids) => {
        const found = await read(ids);
        return ids.map((id) => found.get(id) ?? []);
      },
      { maxBatchSize: BATCH },
    );
  const byVersion = <Found>(read: (keys: readonly VersionKey[]) => Promise<Found[]>) =>
    new DataLoader<VersionKey, Found, string>(read, {
      maxBatchSize: BATCH,
      cacheKeyFn: ({ article, version }) => JSON.stringify([article, version]),
    });
  const evidenceOf = keyed((each: number, asOf: number | null) => lists((facts) => store.evidence(facts, each, asOf)));
  const relationsOf = keyed((asOf: number | null, ...types: string[]) =>
    lists((ids) => store.relationshipsOf(ids, types, asOf, 'evidence')),
  );
  return {
    entities: byId((ids) => store.entities(ids)),
    entitiesOfSignatures: byId((ids) => store.entitiesOfSignatures(ids)),
    events: byId((ids) => store.events(ids)),
    eventsOfSignatures: byId((ids) => store.eventsOfSignatures(ids)),
    statements: byId((ids) => store.statementsById(ids)),
    versions: byVersion((keys) => store.versionsAt(keys)),
    extractions: byVersion((keys) => store.extractionsAt(keys)),
    tellings: new DataLoader<EventView, readonly Telling[], string>(
      async (views) => {
        const found = await store.tellings(views);
        return views.map(({ id }) => found.get(id) ?? []);
      },
      { maxBatchSize: BATCH, cacheKeyFn: ({ id }) => id },
    ),
    relationships: (of, types, asOf) => relationsOf(asOf, ...types).load(of),
    async evidence(facts, each, asOf) {
      const loader = evidenceOf(each, asOf);
      const of = async (some: readonly string[]) => (await Promise.all(some.map((fact) => loader.load(fact)))).flat();
      // A fact as it stands has words: as many facts as words are wanted are enough as a rule.
      const likely = asOf === null ? each : facts.length;
      const found = distinct(await of(facts.slice(0, likely)));
      const isEnough = found.length >= each || facts.length <= likely;
      return (isEnough ? found : distinct([...found, ...(await of(facts.slice(likely)))])).slice(0, each);
    },
  };
}

/** The same words of the same version once. */
function distinct(found: readonly Evidence[]): readonly Evidence[] {
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter(({ article, version, start, end }) => {
    const key = `${start} ${end} ${version} ${article}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** One loader for each way of asking. */
function keyed<Args extends unknown[], Loader>(make: (...args: Args) => Loader): (...args: Args) => Loader {
  const made = new Map<string, Loader>();
  return (...args) => {
    const key = JSON.stringify(args);
    const loader = made.get(key) ?? make(...args);
    made.set(key, loader);
    return loader;
  };
}
