import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, createApp, drafts, ingest } from '../../src/app.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { holds } from '../support/holds.ts';

const BOOK = new URL('../../schema/queries/', import.meta.url);
const DEMO = new URL('../../seeds/articles/', import.meta.url).pathname;
const FOLDER = new URL('../../../shared/seeds/', import.meta.url);
const files = readdirSync(BOOK).filter((file) => file.endsWith('.graphql'));
const queryOf = (name: string) => readFileSync(new URL(`${name}.graphql`, BOOK), 'utf8');

let app: App;
beforeAll(async () => {
  app = await createApp();
});

async function graphOf(...paths: string[]): Promise<GraphStore> {
  const store = aGraph();
  for await (const outcome of ingest(drafts(paths, {}), app.kit(store))) {
    if ('error' in outcome) throw outcome.error;
  }
  return store;
}

test('the book has at least twenty questions, each with its title', () => {
  expect(files.length).toBeGreaterThanOrEqual(20);
  for (const file of files) expect(readFileSync(new URL(file, BOOK), 'utf8')).toMatch(/^# [A-Z].*\?\n/);
});

/** For each question how often it may ask the store, and what its answer must hold, as a reader of the articles knows. */
const ANSWERS: Readonly<Record<string, readonly [calls: number, ...parts: object[]]>> = {
  'accounts-of-an-event': [8, { source: /./, evidence: [{ exact: /./ }] }],
  actors: [9, { label: 'Anselm Torvay', type: 'Person' }, { label: 'Livia Castane', type: 'Person' }],
  'as-one-outlet-tells-it': [5, { article: { source: 'Lantern' } }],
  'as-someone-tells-it': [5, { standing: 'CLAIMED' }],
  'change-of-mind': [6, { stance: 'CRITICAL' }],
  'conflict-over-time': [1, { start: '2024-02-12', parts: [{ key: 'PROTEST' }, { key: 'ASSAULT' }] }],
  facts: [5, { label: 'Karsholm', kind: 'ENTITY' }, { kind: 'LOCATED_IN' }],
  'how-much': [2, { articles: 14, versions: 15 }],
  'how-related': [13, { label: 'president', from: { name: 'Anselm Torvay' }, to: { name: 'Velundia' } }, { length: 1 }],
  'newest-articles': [1, { source: 'HALYARD', publishedAt: '2024-03-04' }],
  offices: [6, { label: 'president', to: { name: 'Velundia' } }],
  'said-about': [7, { speaker: { name: 'Nadia Sarrou' }, cue: { lemma: 'condemn', class: 'blame' } }],
  'said-by': [7, { cue: { lemma: 'blame', class: 'blame' }, saidAt: { edtf: '2024-02-22' } }],
  'said-by-about': [
    6,
    { cue: { lemma: 'praise', class: 'praise' }, about: [{ stance: 'SUPPORTIVE', target: { name: 'Anselm Torvay' } }] },
  ],
  'said-to': [6, { words: /fire was laid from outside/ }],
  search: [16, { kind: 'ENTITY', label: 'Karsholm' }, { kind: 'EVENT', label: /^Protest .*Karsholm/ }],
  'timeline-of-a-place': [
    6,
    { mode: 'obstruct', time: { edtf: '2024-02-12' }, place: { name: 'Karsholm' } },
    { type: { label: 'Assault' }, mode: 'firearms', time: { edtf: '2024-02-14' } },
  ],
  'timeline-of-someone': [
    5,
    { type: { label: 'Coerce' }, time: { edtf: '2024-02-16' } },
    { type: { label: 'Retreat' }, mode: 'resign', time: { edtf: '2024-02-28' } },
  ],
  'told-by-several': [4, { type: { label: 'Protest' }, mode: 'obstruct', sourceCount: 2 }],
  vocabulary: [0, { id: 'PROTEST', quad: 'MATERIAL_CONFLICT' }, { id: 'blame' }],
  'what-an-article-says': [9, { title: /./, statements: [{ words: /./ }] }],
  'what-is-only-claimed': [4, { standing: 'CLAIMED' }],
  'what-is-planned': [4, { standing: 'PLANNED' }],
  'what-led-to-what': [5, { summary: /^Protest .*Karsholm/ }],
  'what-was-known': [5, { mode: 'obstruct', place: { name: 'Karsholm' } }],
  'who-blames': [
    7,
    {
      speaker: { name: 'Idris Falkenau' },
      about: [{ stance: 'CRITICAL', target: { name: /Dock and Transport Workers/ } }],
    },
  ],
  'who-denies': [6, { speaker: { name: 'Tomas Ekwall' }, words: 'organizing it' }],
  'who-is': [1, { name: 'Livia Castane', type: 'PERSON' }],
  'who-speaks-well': [7, { speaker: { name: 'Karim Osterlund' }, cue: { class: 'praise' } }],
  'who-was-arrested': [4, { participants: [{ role: 'RECIPIENT', entity: { name: 'Livia Castane' } }] }],
  'whom-they-meet': [24, { label: 'Livia Castane' }, { kind: 'MEETS' }],
  'words-said': [6, { speaker: { name: 'Anselm Torvay' }, words: /will restore order/ }],
};

describe('on the demo articles', () => {
  let store: GraphStore;
  let api: Api;
  const variables: Record<string, object> = {};

  beforeAll(async () => {
    store = await graphOf(DEMO);
    api = await anApi(store);
    const { data } = await api.ask(
      '{ timeline(types: ["ASSAULT"], minSources: 2, first: 1) { edges { node { id } } } articles(first: 1) { edges { node { id } } } }',
    );
    variables['accounts-of-an-event'] = { event: data.timeline.edges[0].node.id };
    variables['what-an-article-says'] = { id: data.articles.edges[0].node.id };
  }, 180_000);
  afterAll(async () => {
    await api.server.close();
    await store.close();
  });

  test.each(files.map((file) => file.replace('.graphql', '')))('%s', async (name) => {
    const [calls, ...parts] = ANSWERS[name] ?? [-1];
    const { data, errors, extensions } = await api.ask(queryOf(name), variables[name], { 'x-dateline-cost': '1' });
    expect(errors).toBeUndefined();
    for (const part of parts) expect([part, holds(data, part)]).toEqual([part, true]);
    // More calls than before: something is asked for one by one. Fewer: lower the figure.
    expect(extensions.cost.storeCalls).toBeLessThanOrEqual(calls);
    expect(extensions.cost.estimated).toBeLessThan(1500);
  });
});

const real = existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.txt')) : undefined;
if (!real) console.warn('SKIPPED: no real article in ../shared/seeds');

(real ? describe : describe.skip)('on the article that the customer gave', () => {
  let store: GraphStore;
  let api: Api;
  const ask = async (name: string, variables: object) => (await api.ask(queryOf(name), variables)).data;

  beforeAll(async () => {
    store = await graphOf(new URL(real ?? '', FOLDER).pathname);
    api = await anApi(store);
  }, 120_000);
  afterAll(async () => {
    await api.server.close();
    await store.close();
  });

  test('who said what about the CSTO', async () => {
    const { statements } = await ask('said-about', { about: 'CSTO' });
    expect(statements.edges.length).toBeGreaterThan(0);
    for (const { node } of statements.edges) {
      expect(node.speaker?.name).toMatch(/./);
      expect(node.evidence[0].exact).toMatch(/./);
    }
    expect(holds(statements, { speaker: { name: 'Vladimir Putin' } })).toBe(true);
  });

  test('timeline of Kazakhstan from 2022-01-01 to 2022-01-31', async () => {
    const { timeline } = await ask('timeline-of-a-place', {
      place: 'Kazakhstan',
      from: '2022-01-01',
      to: '2022-01-31',
    });
    expect(timeline.edges.length).toBeGreaterThan(0);
    expect(holds(timeline, { type: { label: 'Protest' }, place: { name: 'Kazakhstan' } })).toBe(true);
  });

  test('how Tokayev is related to Nazarbayev', async () => {
    const answer = await ask('how-related', { one: 'Kassym-Jomart Tokayev', other: 'Nursultan Nazarbayev' });
    const succession = { type: { label: 'succeeded' }, from: { name: /Tokayev/ }, to: { name: /Nazarbayev/ } };
    expect(holds(answer.relationships, succession)).toBe(true);
    expect(answer.path.length).toBe(1);
  });

  test('what Putin said about Tokayev, and with which stance', async () => {
    const { statements } = await ask('said-by-about', { by: 'Vladimir Putin', about: 'Kassym-Jomart Tokayev' });
    const praise = { cue: { class: 'praise' }, about: [{ stance: 'SUPPORTIVE', target: { name: /Tokayev/ } }] };
    expect(holds(statements, praise)).toBe(true);
  });
});
