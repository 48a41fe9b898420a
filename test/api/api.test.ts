import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from '../../src/api/schema.ts';
import { FIRST_QUERY } from '../../src/api/welcome-page.ts';
import { StoreError } from '../../src/errors.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { anExtraction } from '../support/an-extraction.ts';

test('schema/schema.graphql is the API (npm run emit)', () => {
  const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(apiSchema()))}\n`);
});

test('nothing that the last release answered is gone: deprecate instead (schema/released.graphql is copied at a release)', () => {
  const released = readFileSync(new URL('../../schema/released.graphql', import.meta.url), 'utf8');
  expect(findBreakingChanges(buildSchema(released), buildSchema(printSchema(apiSchema())))).toEqual([]);
  const without = printSchema(apiSchema()).replaceAll(' standing: Standing!', ' stood: Standing!');
  expect(findBreakingChanges(buildSchema(released), buildSchema(without))).not.toEqual([]);
});

test('every type, field and argument is described', () => {
  const bare: string[] = [];
  for (const type of Object.values(apiSchema().getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (!type.description && !['Query', 'Mutation', 'Subscription'].includes(type.name)) bare.push(type.name);
    if ('getValues' in type) for (const one of type.getValues()) if (!one.description) bare.push(one.name);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.description) bare.push(`${type.name}.${field.name}`);
      for (const arg of 'args' in field ? field.args : [])
        if (!arg.description) bare.push(`${type.name}.${field.name}(${arg.name})`);
    }
  }
  expect(bare).toEqual([]);
});

describe('questions', () => {
  let store: GraphStore;
  let api: Api;

  beforeAll(async () => {
    store = aGraph();
    for (let day = 10; day < 15; day++) {
      await store.remember([
        anExtraction({
          id: `a${day}`,
          title: `Day ${day}`,
          source: 'Wire',
          publishedAt: `2024-02-${day}`,
          text: `Day ${day} passed.`,
        }),
      ]);
    }
    api = await anApi(store);
  });
  afterAll(async () => {
    await api.server.close();
    await store.close();
  });

  const ask: Api['ask'] = (...asked) => api.ask(...asked);

  test('article(id) gives its text and its parts with their words', async () => {
    const { data } = await ask(
      '{ article(id: "a12") { id title source publishedAt text segments { kind start end exact } dateline { place } } }',
    );
    expect(data.article).toEqual({
      id: 'a12',
      title: 'Day 12',
      source: 'Wire',
      publishedAt: '2024-02-12',
      text: 'Day 12 passed.',
      segments: [{ kind: 'PARAGRAPH', start: 0, end: 14, exact: 'Day 12 passed.' }],
      dateline: null,
    });
  });

  test('article(id) of nothing is null', async () => {
    expect((await ask('{ article(id: "none") { id } }')).data.article).toBeNull();
  });

  test('articles pages by cursors, newest first', async () => {
    const query =
      'query($after: String) { articles(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { data } = await ask(query, { after });
      seen.push(...data.articles.edges.map(({ node }: { node: { id: string } }) => node.id));
      expect(data.articles.pageInfo.hasNextPage).toBe(page < 2);
      expect(data.articles.pageInfo.hasPreviousPage).toBe(page > 0);
      after = data.articles.pageInfo.endCursor;
    }
    expect(seen).toEqual(['a14', 'a13', 'a12', 'a11', 'a10']);
  });

  test('health counts', async () => {
    expect((await ask('{ health { status store articles versions } }')).data.health).toEqual({
      status: 'ok',
      store: 'embedded',
      articles: 5,
      versions: 5,
    });
    expect((await api.server.inject('/health')).json()).toMatchObject({ status: 'ok', articles: 5 });
  });

  test('the query on the first page has an answer', async () => {
    const { data, errors } = await ask(FIRST_QUERY);
    expect(errors).toBeUndefined();
    expect(data.articles.edges).toHaveLength(5);
    const page = await api.server.inject('/');
    expect(page.body).toContain(FIRST_QUERY);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each([
    ['a page of none', '{ articles(first: 0) { edges { cursor } } }', 'BAD_PAGE'],
    ['a page of too many', '{ articles(first: 501) { edges { cursor } } }', 'BAD_PAGE'],
    [
      'a cursor of ours for another list',
      `{ articles(after: "${Buffer.from('["a"]').toString('base64url')}") { edges { cursor } } }`,
      'BAD_CURSOR',
    ],
    ['a cursor of nobody', '{ articles(after: "nonsense") { edges { cursor } } }', 'BAD_CURSOR'],
    ['an unknown field', '{ articles { nodes } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['half a query', '{ articles', 'GRAPHQL_PARSE_FAILED'],
    ['a query without end', `{ ${'a: health { status } '.repeat(2000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused with a code', async (_what, query, code) => {
    const { errors } = await ask(query);
    expect(errors?.[0].extensions.code).toBe(code);
    expect(JSON.stringify(errors)).not.toContain('stacktrace');
  });

  test('a simple request from a foreign page is refused', async () => {
    const response = await api.server.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('{ health { status } }')}`,
    });
    expect(response.statusCode).toBe(400);
  });

  test('a body over the limit is refused', async () => {
    const response = await api.server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: ' '.repeat(300 * 1024) },
    });
    expect(response.statusCode).toBe(413);
  });
});

test.each([
  [
    new StoreError('STORE_BUSY', 'the store is busy', { hint: 'wait' }),
    { message: 'the store is busy', extensions: { code: 'STORE_BUSY', hint: 'wait' } },
  ],
  [
    new Error('SELECT secret FROM somewhere'),
    { message: 'the server failed to answer; its log has the reason', extensions: { code: 'INTERNAL' } },
  ],
])('a failing store is told without its insides', async (thrown, told) => {
  const fail = async () => {
    throw thrown;
  };
  const store = aGraph();
  const failing: GraphStore = { ...store, health: fail, within: () => failing };
  const { server, ask } = await anApi(failing);
  const answer = await ask('{ health { status } }');
  expect(answer.errors?.[0]).toMatchObject(told);
  expect(JSON.stringify(answer)).not.toContain('SELECT');
  await server.close();
  await store.close();
});
