import { describe, expect, test } from '@jest/globals';
import type { Document, Draft } from '../src/document/document.ts';
import type { Annotated } from '../src/document/layers.ts';
import { InputError } from '../src/errors.ts';
import { ingest, type Kit, type Outcome } from '../src/ingest.ts';
import { aGraph } from './support/a-graph.ts';
import { anExtraction } from './support/an-extraction.ts';
import { collected } from './support/collected.ts';

/** A kit that reads nothing, counts what it is asked to annotate, and keeps in a real graph. */
function kitOf(store: Kit['store']) {
  const annotated: string[] = [];
  const transactions: number[] = [];
  const kit: Kit = {
    release: '0.0.1',
    read: ({ place }: Draft) => {
      if (place.startsWith('bad')) throw new InputError('SOURCE_NO_BODY', 'no text', { place });
      return { ...anExtraction({ id: place }).article } as unknown as Document;
    },
    annotate: async (document: Document) => {
      annotated.push(document.id);
      return document as unknown as Annotated;
    },
    extract: (document) => anExtraction({ id: (document as unknown as Document).id }),
    async *inOrder(items, work) {
      for await (const item of items) yield await work(item);
    },
    store: {
      knows: (version) => store.knows(version),
      remember: (extractions) => {
        transactions.push(extractions.length);
        return store.remember(extractions);
      },
    },
  };
  return { kit, annotated, transactions };
}

async function* drafts(...places: string[]) {
  for (const place of places) yield { place } as Draft;
}

const told = (outcomes: Outcome[]) =>
  outcomes.map((outcome) =>
    'error' in outcome ? `${outcome.place} ${outcome.error.code}` : `${outcome.id} ${outcome.applied}`,
  );

describe('ingest', () => {
  test('keeps several articles a transaction, tells of all in order, and a bad one stops nothing', async () => {
    const { kit, transactions } = kitOf(aGraph());
    const outcomes = await collected(ingest(drafts('a', 'bad', 'b', 'c', 'd'), kit, 3));
    expect(told(outcomes)).toEqual(['a added', 'bad SOURCE_NO_BODY', 'b added', 'c added', 'd added']);
    expect(transactions).toEqual([2, 2]);
  });

  test('does not read again what is kept', async () => {
    const store = aGraph();
    await collected(ingest(drafts('a', 'b'), kitOf(store).kit, 2));
    const { kit, annotated } = kitOf(store);
    expect(told(await collected(ingest(drafts('a', 'b', 'c'), kit, 2)))).toEqual([
      'a unchanged',
      'b unchanged',
      'c added',
    ]);
    expect(annotated).toEqual(['c']);
  });

  test('reads again what another release kept', async () => {
    const store = aGraph();
    await collected(ingest(drafts('a'), kitOf(store).kit));
    const { kit, annotated } = kitOf(store);
    await collected(ingest(drafts('a'), { ...kit, release: '0.0.2' }));
    expect(annotated).toEqual(['a']);
  });
});
