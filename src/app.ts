import { annotateAhead } from './annotate/ahead.ts';
import { readConllu } from './annotate/conllu/read-conllu.ts';
import { writeConllu } from './annotate/conllu/write-conllu.ts';
import { english } from './annotate/english.ts';
import { type Annotate, type AnyStep, pipeline, stepsFor } from './annotate/pipeline.ts';
import { RELEASE, ROOT, readConfig, type ServerConfig } from './config.ts';
import type { Document, Draft } from './document/document.ts';
import { documentReader, type Given } from './document/read-document.ts';
import { extractor } from './extract/extract.ts';
import { openGraph } from './graph/graph.ts';
import { ingestOne, type Kit, type ReadingKit } from './ingest.ts';
import type { GraphStore } from './knowledge/store.ts';
import { extractionValidator, type ValidateExtraction } from './knowledge/validate.ts';
import { type Verification, verify } from './knowledge/verify.ts';
import { resolverOf } from './resolve/resolver.ts';
import { openRows, openScratch } from './store/open.ts';
import { openVocabulary } from './vocabulary/compiled.ts';

export { FIRST_QUERY } from './api/welcome-page.ts';
export { parseDate } from './document/dates.ts';
export type { Draft } from './document/document.ts';
export type { Given } from './document/read-document.ts';
export { wordsOf } from './document/span.ts';
export { CYPHER_INDEXES, cypherOf } from './graph/files/cypher-of.ts';
export { ingest, type Outcome, readAll } from './ingest.ts';
export type { Act, Subject } from './knowledge/decision.ts';
export type { Extraction } from './knowledge/extraction.ts';
export type { GraphRecord } from './knowledge/records.ts';
export type { GraphStore } from './knowledge/store.ts';
export { drafts } from './sources/drafts.ts';
export { locate } from './sources/locate.ts';
export type { FormatName, SourceOptions } from './sources/options.ts';
export { asksForPassword } from './store/open.ts';

/** Where a server listens. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Dateline with its vocabulary loaded, and its models once it reads: everything a client does goes through here. */
export interface App {
  /** The verbs that read; `given` is asked for each article. */
  readingKit(given?: () => Given): ReadingKit;
  /** The verbs that read, and those that remember in this store. */
  kit(store: GraphStore, given?: () => Given): Kit;
  /** Works on a few articles at once, as many as there are threads for, and gives the results in order. */
  readonly inOrder: ReadingKit['inOrder'];
  /** Reads one article and prints its annotation as CoNLL-U. Needs no date. Throws InputError. */
  conllu(draft: Draft, given?: Given): Promise<string>;
  /** Annotates a CoNLL-U file, keeping its sentences and words. Throws InputError. */
  conlluOfGiven(source: string, place: string): Promise<string>;
  /** Opens a store by its address; makes it only if told to. Throws StoreError or ConfigError. */
  openStore(address: string, options: { readonly create: boolean; readonly password?: string | null }): GraphStore;
  verify(store: GraphStore): Promise<Verification>;
  /** Checks an extraction that comes from elsewhere against the contract. Throws InputError. */
  readonly validate: ValidateExtraction;
  serve(
    store: GraphStore,
    at: { readonly host: string; readonly port: number; readonly log: boolean; readonly server: ServerConfig },
  ): Promise<Listening>;
}

/** Articles in hand at a time: each thread of the language model has one, and one waits for it. */
const AHEAD = 4;

/** Stands in for a date where none is needed: an annotation is the same on any day. */
const ANY_DAY = '1970-01-01';

/** Loads the vocabulary and puts the rooms together. Throws VocabularyError; what reads throws ConfigError for a bad model. */
export async function createApp(root: URL = ROOT): Promise<App> {
  const vocabulary = await openVocabulary(root);
  const readDocument = documentReader(vocabulary);
  const resolver = resolverOf(vocabulary);
  // Loaded when something is to be read: `verify` and `serve` read nothing, and need neither model nor threads.
  let loaded: readonly AnyStep[] | undefined;
  const steps = () => (loaded ??= english(vocabulary, new URL('models/', root)));
  // All that CoNLL-U prints: who is meant and who says what are not in it.
  const named = (): Annotate => pipeline(stepsFor('entities', steps()));
  const extractDocument = extractor(RELEASE);
  const validate = extractionValidator(vocabulary.extractionSchema);
  const inOrder: App['inOrder'] = (items, work) => annotateAhead(items, work, AHEAD);
  const readingKit: App['readingKit'] = (given) => ({
    read: (draft) => readDocument(draft, given?.()),
    annotate: pipeline(steps()),
    extract: (annotated) => validate(extractDocument(annotated)),
    inOrder,
  });

  return {
    readingKit,
    kit: (store, given) => ({ ...readingKit(given), store, release: RELEASE }),
    inOrder,
    conllu: async (draft, given) => writeConllu(await named()(readDocument(draft, { undated: ANY_DAY, ...given }))),
    conlluOfGiven: async (source, place) => {
      const { text, segments, tokens } = readConllu(source, place);
      return writeConllu(await named()({ ...blank(place), text, segments }, { tokens }));
    },
    openStore: (address, { create, password = null }) => {
      const { storePool: pool, storeTimeoutMs: timeoutMs } = readConfig();
      const rows = openRows(address, { create, password, pool, timeoutMs });
      return openGraph({ rows, resolver, clock: () => new Date().toISOString() });
    },
    verify: async (store) => {
      const scratch = openScratch();
      try {
        return await verify(store, validate, scratch);
      } finally {
        await scratch.close();
      }
    },
    validate,
    serve: async (store, { host, port, log, server: settings }) => {
      // Loaded here: GraphQL and its server would double the time until a first extraction.
      const [{ apiServer }, { readKeys }, { auditLog }] = await Promise.all([
        import('./api/server.ts'),
        import('./api/access/read-keys.ts'),
        import('./api/access/audit-log.ts'),
      ]);
      const { keys, areReadsKeyed, tokens, audit, origins, introspection, ratePerMinute, tracing } = settings;
      const traces = tracing && (await import('./api/web/otlp-tracer.ts')).otlpTracer(tracing, RELEASE);
      const server = await apiServer({
        store,
        kinds: vocabulary,
        log,
        access: { keys: keys ? readKeys(keys) : [], tokens, areReadsKeyed },
        ...(audit && { audit: auditLog(audit) }),
        ingest: (article) => ingestOne({ place: 'the API', ...article }, { ...readingKit(), store, release: RELEASE }),
        origins,
        introspection,
        ratePerMinute,
        tracer: traces?.tracer ?? null,
      });
      const close = async () => {
        await server.close();
        await traces?.close();
      };
      return { url: await server.listen({ host, port }), close };
    },
  };
}

/** A document that is nothing but its text. */
function blank(id: string): Omit<Document, 'text' | 'segments'> {
  return {
    id,
    version: '',
    title: null,
    url: null,
    source: null,
    author: null,
    publishedAt: ANY_DAY,
    modifiedAt: null,
    language: 'en',
    dateline: null,
    notes: [],
  };
}
