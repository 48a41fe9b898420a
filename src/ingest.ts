import type { Document, Draft } from './document/document.ts';
import type { Annotated } from './document/layers.ts';
import { DatelineError, InputError } from './errors.ts';
import type { Extraction } from './knowledge/extraction.ts';
import type { Applied, GraphStore, Resolve } from './knowledge/store.ts';

/** The verbs of the line and the store they end in; `app` fills it. */
export interface Kit {
  read(draft: Draft): Document;
  annotate(document: Document): Promise<Annotated>;
  extract(annotated: Annotated): Extraction;
  readonly resolve: Resolve;
  readonly store: Pick<GraphStore, 'apply'>;
}

/** What became of one article: in the store, or why not. */
export type Outcome =
  | { readonly place: string; readonly id: string; readonly applied: Applied }
  | { readonly place: string; readonly error: InputError };

/** Reads one article and remembers it: the whole line. */
export async function ingest(draft: Draft, kit: Kit): Promise<Outcome> {
  const document = kit.read(draft);
  const extraction = kit.extract(await kit.annotate(document));
  const applied = await kit.store.apply(extraction, kit.resolve);
  return { place: draft.place, id: document.id, applied };
}

/** Ingests articles in order. A bad one becomes its outcome and the rest goes on; a failing store ends the line. */
export async function* ingestAll(drafts: AsyncIterable<Draft | InputError>, kit: Kit): AsyncGenerator<Outcome> {
  for await (const draft of drafts) {
    try {
      yield draft instanceof InputError ? refused(draft, '') : await ingest(draft, kit);
    } catch (error) {
      if (!(error instanceof InputError) || draft instanceof DatelineError) throw error;
      yield refused(error, draft.place);
    }
  }
}

function refused(error: InputError, place: string): Outcome {
  return { place: error.place ?? place, error };
}
