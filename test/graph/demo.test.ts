import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { createApp, drafts, type Extraction, readAll } from '../../src/app.ts';
import { ALL_EVENTS } from '../../src/knowledge/everything.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import type { EntityView, EventView } from '../../src/knowledge/views.ts';
import { openScratch } from '../../src/store/open.ts';
import { collected } from '../support/collected.ts';
import { graphOf } from '../support/graph-of.ts';
import { batchesOf, inBatches } from '../support/in-batches.ts';
import { whole } from '../support/whole.ts';

interface Actor {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

const root = new URL('../../', import.meta.url);
const { actors } = parse(readFileSync(new URL('seeds/truth.yaml', root), 'utf8')) as { actors: readonly Actor[] };
/** As names are shown to people: apostrophes and articles aside. */
const plain = (name: string) => name.toLowerCase().replace(/[’']/g, '').replace(/^the /, '');

describe('the demo articles as one graph', () => {
  let store: GraphStore;
  let entities: EntityView[];
  let events: EventView[];
  let sources: Map<string, string | null>;
  const articles: Extraction[] = [];
  beforeAll(async () => {
    const app = await createApp();
    for await (const read of readAll(drafts([new URL('seeds/articles', root).pathname], {}), app.readingKit())) {
      if (!('error' in read)) articles.push(read.extraction);
    }
    sources = new Map(articles.map(({ article }) => [article.id, article.source]));
    store = await graphOf([articles]);
    const records = await collected(store.records());
    entities = records.flatMap((record) => (record.record === 'entity' ? [record.entity as EntityView] : []));
    entities = entities.filter(({ articleCount }) => articleCount > 0);
    events = records.flatMap((record) => (record.record === 'event' ? [record.event as EventView] : []));
    return () => store.close();
  }, 300_000);

  test('every promise that can be checked of it holds', async () => {
    const scratch = openScratch();
    expect((await store.check(scratch)).faults).toEqual([]);
    await scratch.close();
  });

  test('in any order and any batches they are the same graph', async () => {
    const expected = await whole(await graphOf([articles]));
    await fc.assert(
      fc.asyncProperty(inBatches(articles.length), async (places) => {
        expect(await whole(await graphOf(batchesOf(articles, places)))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  }, 300_000);

  test('one that was taken in and retracted was never there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: articles.length - 1 }), async (at) => {
        const { id } = (articles[at] as Extraction).article;
        const graph = await graphOf([articles]);
        await graph.decide({ act: { kind: 'retract', article: id }, by: 'test', why: null });
        const without = articles.filter(({ article }) => article.id !== id);
        expect(await whole(graph)).toEqual(await whole(await graphOf([without])));
      }),
      { numRuns: 5 },
    );
  }, 300_000);

  const named = (actor: Actor) => {
    // One article misspells a name: whether that is the same man is for a curator to say.
    const last = actor.name.split(' ').at(-1) as string;
    const known = (actor.aliases ?? []).filter((alias) => actor.type !== 'Person' || alias.endsWith(last));
    const names = new Set([actor.name, ...known].map(plain));
    return entities.filter(({ name, names: all }) => [name, ...all].some((one) => names.has(plain(one))));
  };
  const people = actors.filter(({ type, name }) => type === 'Person' && /^\p{Lu}[\p{L}’-]+ .*\p{Lu}/u.test(name));
  const bodies = actors.filter(({ id }) =>
    [
      'o-frdc',
      'o-dtwu',
      'o-civic-accord',
      'o-open-docket',
      'o-teshka-oil',
      'o-health-ministry',
      'o-interior-ministry',
      'o-halyard',
      'o-constitutional-court',
    ].includes(id),
  );
  const places = actors.filter(({ type, name }) => type === 'Place' && /^\p{Lu}\p{Ll}+$/u.test(name));

  test('there are enough actors to look for', () => {
    expect(people.length).toBeGreaterThan(20);
    expect(places.length).toBeGreaterThan(8);
  });

  test.each([...people, ...bodies, ...places].map((actor) => [actor.name, actor] as const))(
    '%s is one node',
    (_name, actor) => {
      const found = named(actor);
      // One that the reading did not find as a named entity at all is a miss of the reading, not of the graph.
      expect(found.map(({ name, names }) => [name, ...names]).slice(1)).toEqual([]);
    },
  );

  test('at least nine in ten named actors are there', () => {
    const all = [...people, ...bodies, ...places];
    expect(all.filter((actor) => named(actor).length === 1).length / all.length).toBeGreaterThanOrEqual(0.9);
  });

  test('no node is two actors', () => {
    const named = actors.filter(({ name }) => /^\p{Lu}/u.test(name));
    const mixed = entities.flatMap(({ name, names }) => {
      const known = new Set(names.map(plain));
      const ids = named.filter((actor) => known.has(plain(actor.name))).map(({ id }) => id);
      return ids.length > 1 ? [`${name}: ${ids.join(', ')}`] : [];
    });
    expect(mixed).toEqual([]);
  });

  /** Those killed, as each outlet counts them. */
  const counts = async (asOf: number | null) => {
    const page = { first: 500, after: null, descending: false };
    const { items } = await store.timeline({ ...ALL_EVENTS, types: ['ASSAULT'], asOf }, page);
    return new Set(
      items.flatMap(({ item }) =>
        item.participants.flatMap(({ quantities }) =>
          quantities.map(({ min, article }) => `${min} ${sources.get(article)}`),
        ),
      ),
    );
  };

  test('the corrected death toll stands in for the first, which is still known as of its day', async () => {
    const now = await counts(null);
    expect([now.has('17 Meridian Press Service'), now.has('23 Meridian Press Service')]).toEqual([true, false]);
    const then = await counts(Date.parse('2024-02-20T20:00:00Z'));
    expect([then.has('17 Meridian Press Service'), then.has('23 Meridian Press Service')]).toEqual([false, true]);
  });

  test('both counts of the dead of the shooting are kept, each with its outlet', async () => {
    const now = await counts(null);
    expect(now).toContain('9 Lantern News Agency');
    expect(now).toContain('3 Halyard Wire');
  });

  test('two gatherings a week apart are two', () => {
    const protests = events.filter(({ type, articleCount }) => type === 'PROTEST' && articleCount > 1);
    for (const { time } of protests) expect(time?.earliest).toBe(time?.latest);
  });
});
