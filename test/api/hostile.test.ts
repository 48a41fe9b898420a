import { createHash } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import type { Limits } from '../../src/api/limits/limits.ts';
import { apiSchema } from '../../src/api/schema.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { HOSTILE, targetsOf } from '../support/hostile-queries.ts';

const MARA = 'Mara Oduya';
const KEY = 'desk-key';
const TEN_MB = 'x'.repeat(10_000_000);
const keys = [
  {
    name: 'desk',
    sha256: createHash('sha256').update(KEY).digest('hex'),
    scopes: ['read', 'write', 'curate'] as const,
  },
];

let store: GraphStore;
let api: Api;
let port: number;

beforeAll(async () => {
  store = aGraph();
  const articles = Array.from({ length: 60 }, (_, at) =>
    aStory({
      id: `a${at}`,
      entities: [
        ['Person', MARA],
        ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }],
      ],
      statements: [{ by: MARA, words: `Word ${at}`, about: [['Karsholm', 'critical']] }],
      events: [{ type: 'PROTEST', trigger: 'march', on: `2024-02-${10 + (at % 19)}`, at: 'Karsholm', by: [MARA] }],
    }),
  );
  await store.remember([...articles, aStory({ id: 'long', text: `long ${TEN_MB}` })]);
  await start({});
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const start = async (limits: Partial<Limits>) => {
  api = await anApi(store, { ratePerMinute: 1e9, access: { keys, tokens: null, areReadsKeyed: false }, limits });
  await api.server.listen({ port: 0, host: '127.0.0.1' });
  port = (api.server.server.address() as { port: number }).port;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
afterAll(() => agent.destroy());

/** A request over the line: status and body; 0 where the line was cut. */
const send = (body: string, path = '/graphql', headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve) => {
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      path,
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', ...headers },
    });
    request.on('response', async (response) => {
      let text = '';
      for await (const piece of response) text += piece;
      resolve({ status: response.statusCode ?? 0, body: text });
    });
    request.on('error', () => resolve({ status: 0, body: '' }));
    request.end(body);
  });
const isWell = async () => (await send(JSON.stringify({ query: '{ health { articles } }' }))).body.includes('61');

describe('too much', () => {
  test.each([
    ['a query', '/graphql', { query: `{ ${TEN_MB} }` }],
    ['a variable', '/graphql', { query: 'query($a: ID!) { article(id: $a) { id } }', variables: { a: TEN_MB } }],
    ['a subscription', '/graphql/sse', { query: `subscription { ${TEN_MB} }` }],
  ])('10 MB as %s are refused, with a code', async (_what, path, payload) => {
    const { status, body } = await send(JSON.stringify(payload), path, {
      accept: 'text/event-stream, application/json',
    });
    // The line may be cut while the rest is still being sent.
    expect([0, 413]).toContain(status);
    if (status) expect(JSON.parse(body).errors[0].extensions.code).toBe('TOO_LARGE');
    expect(await isWell()).toBe(true);
  });

  test('10 MB in pieces, without saying how long, are refused', async () => {
    const { status } = await send(JSON.stringify({ query: TEN_MB }), '/graphql', { 'transfer-encoding': 'chunked' });
    expect([0, 413]).toContain(status);
    expect(await isWell()).toBe(true);
  });

  test('10 MB over a WebSocket close it', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql/ws`, 'graphql-transport-ws');
    const code = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { TEN_MB } })));
    expect([1006, 1009]).toContain(await code);
    expect(await isWell()).toBe(true);
  });

  test.each([
    ['no JSON', '{', 'application/json', 400, 'BAD_REQUEST'],
    ['nothing', '', 'application/json', 400, 'BAD_REQUEST'],
    ['another type', 'a=b', 'application/x-www-form-urlencoded', 415, 'BAD_REQUEST'],
  ])('%s is refused with a code', async (_what, body, type, status, code) => {
    const answer = await send(body, '/graphql', { 'content-type': type });
    expect([answer.status, JSON.parse(answer.body).errors[0].extensions.code]).toEqual([status, code]);
  });
});

describe('too many', () => {
  test('of 1,000 expensive queries at once some are answered and the rest refused, and light ones are answered meanwhile', async () => {
    const query =
      '{ timeline(first: 300) { edges { node { id participants { entity { name } } evidence(first: 1) { exact } } } } }';
    // In process, so that all are there before the first is answered.
    const expensive = Array.from({ length: 1000 }, () => api.ask(query));
    expect(await isWell()).toBe(true);
    const answers = await Promise.all(expensive);
    const refused = answers.filter(({ status }) => status === 429);
    // On a busy machine some of those that were let in run out of time, and say so.
    const late = answers.filter(({ errors }) => errors?.[0].extensions.code === 'TIMEOUT');
    const answered = answers.filter(({ status }) => status === 200);
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.length + late.length + refused.length).toBe(1000);
    // They are let in one by one: some are done before the last is looked at.
    expect(refused.length).toBeGreaterThan(100);
    expect(refused[0]?.errors?.[0].extensions.code).toBe('BUSY');
  }, 120_000);
});

describe('too slow', () => {
  beforeAll(async () => {
    await api.server.close();
    await start({ stalledMs: 1500 });
  });

  /** A socket that sends these words, and then neither sends nor takes anything. */
  const stalled = (words: string) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(words);
    return socket.pause();
  };
  const head = (length: number) =>
    `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
  const connections = () =>
    new Promise<number>((resolve) => api.server.server.getConnections((_, count) => resolve(count)));

  test('those who take nothing of a long answer, and those who never end their request, are cut off; others are answered', async () => {
    const body = JSON.stringify({ query: '{ article(id: "long") { text } }' });
    const sockets = [
      ...Array.from({ length: 4 }, () => stalled(head(body.length) + body)),
      ...Array.from({ length: 50 }, () => stalled(`${head(1000)}{"query"`)),
    ];
    expect(await isWell()).toBe(true);
    // One is our own, kept open between two requests.
    for (let tries = 0; (await connections()) > 1; tries++) {
      if (tries > 400) throw new Error(`${await connections()} are still open`);
      await wait(100);
    }
    for (const socket of sockets) socket.destroy();
  }, 60_000);
});

describe('injection', () => {
  const targets = targetsOf(apiSchema());

  test('there are arguments to try', () => {
    expect(targets.length).toBeGreaterThan(60);
  });

  test.each(targets.map((target) => [target.path, target] as const))(
    '%s takes words as words',
    async (_path, target) => {
      for (const words of HOSTILE) {
        const { status, errors = [] } = await api.ask(target.operation, target.variables(words), { 'x-api-key': KEY });
        const codes = errors.map(({ extensions }) => extensions?.code);
        expect([
          words.slice(0, 60),
          status,
          codes.filter((code) => !code || code === 'INTERNAL' || /^STORE/.test(code)),
        ]).toEqual([words.slice(0, 60), status < 500 ? status : 'below 500', []]);
      }
    },
  );

  test('and nothing is lost by it', async () => {
    expect(await isWell()).toBe(true);
    const { facts, faults } = await store.check((await import('../../src/store/open.ts')).openScratch());
    expect(faults).toEqual([]);
    expect(facts).toBeGreaterThan(100);
  }, 60_000);
});

test('where introspection is off, an error tells no names of the schema', async () => {
  const { server, ask } = await anApi(store, { introspection: false });
  for (const query of [
    '{ __schema { types { name } } }',
    '{ __type(name: "Event") { name } }',
    '{ timelin { edges { cursor } } }',
  ]) {
    const { status, errors } = await ask(query);
    expect(status).toBe(400);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|timeline/);
  }
  await server.close();
});
