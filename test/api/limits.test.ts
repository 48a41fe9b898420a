import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { generatedArticles } from '../../scripts/generate/articles.ts';
import { CallersTurns } from '../../src/api/limits/callers-turns.ts';
import { Pace } from '../../src/api/limits/pace.ts';
import { Turns } from '../../src/api/limits/turns.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { anExtraction } from '../support/an-extraction.ts';

let store: GraphStore;
let api: Api;
const ask: Api['ask'] = (...asked) => api.ask(...asked);

beforeAll(async () => {
  store = aGraph();
  await store.remember([anExtraction({ id: 'a' })]);
  api = await anApi(store);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const nested = (depth: number) =>
  `{ timeline { edges { node { ${'links { from { '.repeat(depth)} id ${'} }'.repeat(depth)} } } } }`;

test.each([
  ['nests too deep', nested(4), 'QUERY_TOO_DEEP', 'timeline.edges.node.links.from.links.from.links.from.links.from.id'],
  [
    'nests too deep in fragments',
    `{ timeline { edges { node { ...A } } } } fragment A on Event { links { from { ...B } } }
    fragment B on Event { links { from { links { from { links { from { id } } } } } } }`,
    'QUERY_TOO_DEEP',
    undefined,
  ],
  [
    'has too many aliases',
    `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: health { status }`).join(' ')} }`,
    'QUERY_TOO_WIDE',
    undefined,
  ],
  ['has too many root fields', `{ ${'health { status } '.repeat(21)} }`, 'QUERY_TOO_WIDE', undefined],
  [
    'costs too much',
    '{ a: health { status } timeline(first: 500) { edges { node { participants { entity { name } } evidence { exact } vouchedBy { statements { speaker { name } } } } } } }',
    'QUERY_TOO_EXPENSIVE',
    'timeline',
  ],
  [
    'costs too much by a variable',
    'query($n: Int = 500) { timeline(first: $n) { edges { node { links { from { links { from { id } } } } } } } }',
    'QUERY_TOO_EXPENSIVE',
    'timeline',
  ],
])('a query that %s is refused before it runs', async (_, query, code, field) => {
  const { status, errors } = await ask(query);
  expect(status).toBe(400);
  expect(errors?.[0].extensions.code).toBe(code);
  if (field) expect(errors?.[0].extensions.field).toBe(field);
});

test.each([
  [
    'a cycle of fragments',
    '{ timeline { edges { node { ...A } } } } fragment A on Event { links { from { ...A } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['more tokens than allowed', `{ ${'health { status } '.repeat(1500)} }`, 'GRAPHQL_PARSE_FAILED'],
])('%s is refused', async (_, query, code) => {
  const { status, errors } = await ask(query);
  expect([status, errors?.[0].extensions.code]).toEqual([400, code]);
});

test('introspection is answered, however deep', async () => {
  const { status, errors } = await ask(getIntrospectionQuery());
  expect([status, errors]).toEqual([200, undefined]);
});

test('lists in arguments are bounded: of people by their number, of kinds by how many there are', async () => {
  const query = 'query($of: [EntityRef!], $types: [String!]) { timeline(of: $of, types: $types) { edges { cursor } } }';
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `Nobody ${n}` }));
  expect((await ask(query, { of: many(51) })).errors?.[0].extensions.code).toBe('BAD_VALUE');
  expect((await ask(query, { of: many(50) })).errors).toBeUndefined();
  const told = await ask(query, { types: Array(20_000).fill('PROTEST') });
  expect(told).toEqual(await ask(query, { types: ['PROTEST'] }));
});

test('the cost is told when asked for', async () => {
  const query = '{ timeline(first: 10) { edges { node { place { name } } } } }';
  expect((await ask(query)).extensions).toBeUndefined();
  expect((await ask(query, {}, { 'x-dateline-cost': '1' })).extensions.cost).toEqual({
    estimated: 21,
    limit: 5000,
    storeCalls: 1,
  });
});

describe('work that takes too long', () => {
  test('is stopped, and told with a code', async () => {
    let calls = 0;
    const slow: GraphStore = {
      ...store,
      within: () => slow,
      health: async () => {
        calls++;
        await new Promise((resolve) => setTimeout(resolve, 200));
        return store.health();
      },
    };
    const { server, ask } = await anApi(slow, { limits: { timeoutMs: 50 } });
    const { errors } = await ask('{ stats { events } health { status } }');
    expect(errors?.[0].extensions.code).toBe('TIMEOUT');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(calls).toBeLessThanOrEqual(2);
    await server.close();
  });

  test('is stopped while a file is read, which waits for nothing by itself', async () => {
    const graph = aGraph();
    await graph.remember([...generatedArticles({ events: 400 })]);
    const { server, ask } = await anApi(graph, { limits: { timeoutMs: 5, cost: 1e9, expensive: 1e9 } });
    const { errors } = await ask(
      `{ timeline(first: 500) { edges { node { participants { entity { name evidence { exact } } evidence { exact } } evidence { exact } } } } }`,
    );
    expect(errors?.[0].extensions.code).toBe('TIMEOUT');
    await server.close();
    await graph.close();
  });
});

test('one who asks much at once waits for their own turns, and nobody else does', async () => {
  let waiting: (() => void)[] = [];
  const slow: GraphStore = {
    ...store,
    within: () => slow,
    stats: async () => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return store.stats();
    },
  };
  const key = (name: string) => ({ name, sha256: createHash('sha256').update(name).digest('hex'), scopes: [] });
  const access = { keys: ['much', 'little'].map(key), tokens: null, areReadsKeyed: false };
  const { server, ask } = await anApi(slow, { access, limits: { atOnceEach: 2, waitingEach: 3 } });
  const stats = (name: string) => ask('{ stats { events } }', {}, { 'x-api-key': name });
  const asked = Array.from({ length: 6 }, () => stats('much'));
  while (waiting.length < 2) await new Promise(setImmediate);
  const other = stats('little');
  while (waiting.length < 3) await new Promise(setImmediate);
  waiting[2]!();
  expect((await other).status).toBe(200);
  expect(waiting).toHaveLength(3);
  const release = setInterval(() => {
    for (const go of waiting) go();
    waiting = [];
  }, 5);
  const told = await Promise.all(asked);
  clearInterval(release);
  expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
  expect(told.find(({ status }) => status === 429)?.errors?.[0].extensions.code).toBe('BUSY');
  await server.close();
});

describe('turns', () => {
  const never = new AbortController().signal;

  test('are given in order, some at once', async () => {
    const turns = new Turns(1, 5);
    const order: number[] = [];
    const end = await turns.take('a', never);
    const later = [1, 2].map(async (n) => {
      const done = await turns.take('a', never);
      order.push(n);
      done();
    });
    end();
    end();
    await Promise.all(later);
    expect(order).toEqual([1, 2]);
  });

  test('come to callers one after another', async () => {
    const turns = new Turns(1, 5);
    const order: string[] = [];
    const end = await turns.take('a', never);
    const later = ['a', 'a', 'a', 'b'].map(async (caller) => {
      const done = await turns.take(caller, never);
      order.push(caller);
      done();
    });
    end();
    await Promise.all(later);
    expect(order).toEqual(['a', 'b', 'a', 'a']);
  });

  test('are refused where too many wait', async () => {
    const turns = new Turns(1, 0);
    await turns.take('a', never);
    await expect(turns.take('a', never)).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
  });

  test('one that gives up leaves its place', async () => {
    const turns = new Turns(1, 1);
    const end = await turns.take('a', never);
    const gone = new AbortController();
    const waiting = turns.take('a', gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    end();
    (await turns.take('a', never))();
  });
});

describe('steps', () => {
  test('of one are taken in order, and everybody goes between them', async () => {
    const [one, other] = [new Pace(), new Pace()];
    const order: string[] = [];
    const take = async (pace: Pace, name: string) => {
      await pace.step();
      order.push(name);
    };
    await Promise.all([take(one, 'a1'), take(one, 'a2'), take(one, 'a3'), take(other, 'b1'), take(other, 'b2')]);
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  test('of who took many come after the requests of who took few, but not for ever', async () => {
    const turns = new CallersTurns(2, 5, 60_000);
    const never = new AbortController().signal;
    const heavy = await turns.take('heavy', never);
    for (let step = 0; step < 20; step++) await heavy.step();
    const light = await turns.take('light', never);
    const order: string[] = [];
    const work = heavy.step().then(() => order.push('heavy'));
    for (let step = 0; step < 2; step++) await light.step();
    order.push('light');
    light.end();
    await work;
    expect(order).toEqual(['light', 'heavy']);
    const idle = await turns.take('idle', never);
    await heavy.step();
    idle.end();
    heavy.end();
  });

  test('of a caller are the same in all requests, and one that was given up while it waited is over', async () => {
    const turns = new CallersTurns(2, 5);
    const never = new AbortController().signal;
    const gone = new AbortController();
    const waiting = turns.take('a', gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    const [first, second] = await Promise.all([turns.take('a', never), turns.take('a', never)]);
    expect(first.step).toBe(second.step);
    first.end();
    first.end();
    const third = await turns.take('a', never);
    const fourth = turns.take('a', never);
    second.end();
    third.end();
    (await fourth).end();
  });
});
