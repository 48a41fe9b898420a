import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLIENT_FILE, clientQuestions } from '../../scripts/client-questions.ts';
import { type ApiError, type Client, createClient } from '../../src/clients/client/client.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

const MARA = 'Mara Oduya';
let store: GraphStore;
let api: Api;
let client: Client;

beforeAll(async () => {
  store = aGraph();
  const days = Array.from(
    { length: 60 },
    (_, n) => `2024-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}`,
  );
  await store.remember([
    aStory({
      id: 'a',
      publishedAt: '2024-04-01',
      entities: [['Person', MARA]],
      statements: days.map((on) => ({ by: MARA, words: `On ${on} we waited`, on })),
    }),
  ]);
  api = await anApi(store);
  client = createClient({ url: `${await api.server.listen({ port: 0 })}/graphql` });
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

test('what is generated is up to date (npm run emit)', async () => {
  expect(readFileSync(CLIENT_FILE, 'utf8')).toBe(await clientQuestions());
});

test('a question of the book is answered with its types', async () => {
  const { statements } = await client.ask('SaidBy', { by: MARA });
  expect(statements.edges).toHaveLength(50);
  expect(statements.edges[0]?.node.speaker?.name).toBe(MARA);
});

test('a list is gone through over its pages, as far as it is needed', async () => {
  const words = new Set<string>();
  for await (const statement of client.each('SaidBy', { by: MARA })) words.add(statement.words);
  expect(words.size).toBe(60);
  for await (const { words: first } of client.each('SaidBy', { by: MARA })) {
    expect(first).toBe('On 2024-01-01 we waited');
    break;
  }
});

test('a refusal has its code', async () => {
  const refused = await client.query('{ timeline(first: 0) { edges { cursor } } }').catch((error: ApiError) => error);
  expect(refused).toMatchObject({ name: 'ApiError', code: 'BAD_PAGE' });
});
