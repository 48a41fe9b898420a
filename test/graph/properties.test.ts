import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generatedArticles } from '../../scripts/generate/articles.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { aStory } from '../support/a-story.ts';
import { collected } from '../support/collected.ts';
import { graphOf } from '../support/graph-of.ts';
import { batchesOf, inBatches } from '../support/in-batches.ts';
import { whole } from '../support/whole.ts';

const RUNS = { numRuns: 24 };

/** A made-up corpus, small, dense and with corrected and reprinted articles. */
const generated = fc.integer({ min: 1, max: 1000 }).map((seed) => [...generatedArticles({ events: 60, seed })]);
/** Short articles on few people, whom each names in full, by their last names or not at all. */
const people = fc
  .array(
    fc.record({
      day: fc.constantFrom('2024-02-11', '2024-02-12'),
      hour: fc.integer({ min: 10, max: 19 }),
      about: fc.subarray(['Sarnholm', 'Karsk', 'Velm', 'Ostra'], { minLength: 1 }),
      persons: fc.subarray(['Ada Merrin', 'Ida Merrin', 'Jon Orr', 'Ada Jane Merrin', 'Merrin', 'Orr'], {
        maxLength: 3,
      }),
      unnamed: fc.subarray(['a robber', 'the masked robber', 'two armed robbers', 'an armed robber'], { maxLength: 3 }),
    }),
    { minLength: 3, maxLength: 8 },
  )
  .map((articles) =>
    articles.map(({ day, hour, about, persons, unnamed }, at) =>
      aStory({
        id: `p${at}`,
        text: `p${at}`,
        publishedAt: `${day}T${hour}:00:00Z`,
        entities: [
          ...about.map((name) => ['Place', name] as const),
          ...persons.map((name) => ['Person', name] as const),
          ...unnamed.map((name) => ['Person', name, { unnamed: true }] as const),
        ],
      }),
    ),
  );
const corpora = fc.oneof(generated, people);
/** The same with its articles in any order and any batches. */
const batched = corpora.chain((corpus) =>
  inBatches(corpus.length).map((places) => ({ corpus, batches: batchesOf(corpus, places) })),
);

describe('whatever articles there are', () => {
  test('any order and any batching gives the same graph with the same ids', async () => {
    await fc.assert(
      fc.asyncProperty(batched, async ({ corpus, batches }) => {
        expect(await whole(await graphOf(batches))).toEqual(await whole(await graphOf([corpus])));
      }),
      RUNS,
    );
  }, 300_000);

  test('taking them in again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(batched, async ({ corpus, batches }) => {
        const twice = await graphOf([corpus, ...batches]);
        expect(await whole(twice)).toEqual(await whole(await graphOf([corpus])));
      }),
      RUNS,
    );
  }, 300_000);

  test('an article that was taken in and retracted leaves what there is without it', async () => {
    await fc.assert(
      fc.asyncProperty(batched, fc.nat(), async ({ corpus, batches }, pick) => {
        const { id: article } = (corpus[pick % corpus.length] as Extraction).article;
        const store = await graphOf(batches);
        await store.decide({ act: { kind: 'retract', article }, by: 'test', why: null });
        const without = corpus.filter((one) => one.article.id !== article);
        expect(await whole(store)).toEqual(await whole(await graphOf([without])));
      }),
      RUNS,
    );
  }, 300_000);

  test('a decision that is undone was never made', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpora,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('same' as const, 'different' as const),
        async (corpus, a, b, kind) => {
          const store = await graphOf([corpus]);
          const ids = (await collected(store.records())).flatMap((one) =>
            one.record === 'entity' ? [one.entity.id] : [],
          );
          const subjects = await Promise.all([a, b].map((n) => store.subjectOf(ids[n % ids.length] as string)));
          const [x, y] = subjects;
          if (!x || !y) return;
          const { id } = await store.decide({ act: { kind, a: x, b: y }, by: 'test', why: null });
          await store.decide({ act: { kind: 'undo', decision: id }, by: 'test', why: null });
          expect(await whole(store)).toEqual(await whole(await graphOf([corpus])));
        },
      ),
      RUNS,
    );
  }, 300_000);

  test('a second version before or after the first gives the same graph', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (corpus) => {
        const versions = corpus.filter(
          ({ article }) => corpus.filter((one) => one.article.id === article.id).length > 1,
        );
        const rest = corpus.filter((one) => !versions.includes(one));
        const first = await whole(await graphOf([rest, ...versions.map((one) => [one])]));
        expect(await whole(await graphOf([...[...versions].reverse().map((one) => [one]), rest]))).toEqual(first);
      }),
      RUNS,
    );
  }, 300_000);
});
