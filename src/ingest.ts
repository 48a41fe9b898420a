import type { Document, Draft } from './document/document.ts';
import type { Annotated } from './document/layers.ts';
import { InputError } from './errors.ts';
import type { Extraction } from './knowledge/extraction.ts';
import type { Applied, GraphWrites } from './knowledge/store.ts';

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
  readonly store: Pick<GraphWrites, 'remember'>;
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

/** What became of an article: in the store, or why not. */
export type Outcome = { readonly place: string; readonly id: string; readonly applied: Applied } | Refused;

/** Ingests articles, in order: the whole line. A bad one is its outcome and the rest goes on; a failing store ends it. */
export async function* ingest(drafts: AsyncIterable<Draft | InputError>, kit: Kit): AsyncGenerator<Outcome> {
  for await (const read of readAll(drafts, kit)) {
    if ('error' in read) yield read;
    else yield { place: read.place, id: read.extraction.article.id, applied: await remember(read.extraction, kit) };
  }
}

/** Ingests one article and tells what became of it. Throws InputError for a bad one. */
export async function ingestOne(draft: Draft, kit: Kit): Promise<{ readonly id: string; readonly applied: Applied }> {
  const extraction = await readOne(draft, kit);
  return { id: extraction.article.id, applied: await remember(extraction, kit) };
}

/** Reads articles without keeping them, in order. */
export function readAll(drafts: AsyncIterable<Draft | InputError>, kit: ReadingKit): AsyncIterable<Read | Refused> {
  return kit.inOrder(drafts, async (draft) => {
    try {
      if (draft instanceof InputError) throw draft;
      return { place: draft.place, extraction: await readOne(draft, kit) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { place: error.place ?? (draft as Draft).place, error };
    }
  });
}

async function readOne(draft: Draft, kit: ReadingKit): Promise<Extraction> {
  const document = kit.read(draft);
  return kit.extract(await kit.annotate(document));
}

/** Resolves what it says against what the graph knows, and writes what follows, in one transaction. */
async function remember(extraction: Extraction, kit: Kit): Promise<Applied> {
  const [applied] = await kit.store.remember([extraction]);
  return applied as Applied;
}
