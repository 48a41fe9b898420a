import type { Document, Draft } from './document/document.ts';
import type { Annotated } from './document/layers.ts';
import { InputError } from './errors.ts';
import type { Extraction } from './knowledge/extraction.ts';
import type { Applied, GraphWrites, VersionKept } from './knowledge/store.ts';

/** The verbs that read; `app` fills it. */
export interface ReadingKit {
  read(draft: Draft): Document;
  annotate(document: Document): Promise<Annotated>;
  extract(annotated: Annotated): Extraction;
  /** Works on a few items at once and gives the results in the order of the items. */
  inOrder<Item, Result>(items: AsyncIterable<Item>, work: (item: Item) => Promise<Result>): AsyncIterable<Result>;
}

/** The verbs that read, and those that remember. */
export interface Kit extends ReadingKit {
  readonly store: Pick<GraphWrites, 'remember' | 'knows'>;
  /** Under which release articles are read. */
  readonly release: string;
}

/** Why an article is not read, in a batch that goes on. */
export interface Refused {
  readonly place: string;
  readonly error: InputError;
}

/** What an article says. */
export interface Read {
  readonly place: string;
  readonly extraction: Extraction;
}

/** An article whose version the store has already. */
interface Known {
  readonly place: string;
  readonly known: string;
}

/** What became of an article: in the store, or why not. */
export type Outcome = { readonly place: string; readonly id: string; readonly applied: Applied } | Refused;

/**
 * Ingests articles, in order: the whole line. A bad one is its outcome and the rest goes on; a failing store ends it. What
 * the store has already is not read again; `batch` articles at a time are kept in one transaction, and told of after it.
 */
export async function* ingest(drafts: AsyncIterable<Draft | InputError>, kit: Kit, batch = 1): AsyncGenerator<Outcome> {
  let waiting: (Read | Known | Refused)[] = [];
  for await (const read of readAll(drafts, kit, (document) => kit.store.knows(keyOf(document, kit)))) {
    waiting.push(read);
    if (waiting.length < batch) continue;
    yield* await remember(waiting, kit);
    waiting = [];
  }
  yield* await remember(waiting, kit);
}

/** Ingests one article and tells what became of it. Throws InputError for a bad one. */
export async function ingestOne(draft: Draft, kit: Kit): Promise<{ readonly id: string; readonly applied: Applied }> {
  const extraction = kit.extract(await kit.annotate(kit.read(draft)));
  const [applied] = await kit.store.remember([extraction]);
  return { id: extraction.article.id, applied: applied as Applied };
}

/** Reads articles without keeping them, in order; those that are `known` are not annotated. */
export function readAll(drafts: AsyncIterable<Draft | InputError>, kit: ReadingKit): AsyncIterable<Read | Refused>;
export function readAll(
  drafts: AsyncIterable<Draft | InputError>,
  kit: ReadingKit,
  known: (document: Document) => Promise<boolean>,
): AsyncIterable<Read | Known | Refused>;
export function readAll(
  drafts: AsyncIterable<Draft | InputError>,
  kit: ReadingKit,
  known?: (document: Document) => Promise<boolean>,
): AsyncIterable<Read | Known | Refused> {
  return kit.inOrder(drafts, async (draft) => {
    try {
      if (draft instanceof InputError) throw draft;
      const document = kit.read(draft);
      if (await known?.(document)) return { place: draft.place, known: document.id };
      return { place: draft.place, extraction: kit.extract(await kit.annotate(document)) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { place: error.place ?? (draft as Draft).place, error };
    }
  });
}

function keyOf({ id, version }: Document, { release }: Kit): VersionKept {
  return { article: id, version, release };
}

/** Resolves what articles say against what the graph knows, and writes what follows, in one transaction. */
async function remember(reads: readonly (Read | Known | Refused)[], kit: Kit): Promise<Outcome[]> {
  const extractions = reads.flatMap((read) => ('extraction' in read ? [read.extraction] : []));
  const applied = extractions.length > 0 ? [...(await kit.store.remember(extractions))] : [];
  return reads.map((read) => {
    if ('error' in read) return read;
    if ('known' in read) return { place: read.place, id: read.known, applied: 'unchanged' };
    return { place: read.place, id: read.extraction.article.id, applied: applied.shift() as Applied };
  });
}
