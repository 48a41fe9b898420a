import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createClient as sseClient } from 'graphql-sse';
import { createClient as wsClient } from 'graphql-ws';
import { SignJWT } from 'jose';
import WebSocket from 'ws';
import type { ServerOptions } from '../../src/api/server.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory, type Story } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

const MARA = 'Mara Oduya';
const PIET = 'Piet Lorne';
const SECRET = 'a secret of at least thirty-two characters';
const CHANGES =
  'subscription($filter: ChangeFilter, $after: String) { changes(filter: $filter, after: $after) { cursor kind articleIds } }';

let folder: string;
let port: number;
let store: GraphStore;
let api: Api;
const closing: (() => unknown)[] = [];

const start = async (options: Partial<ServerOptions> = {}) => {
  store = aGraph(join(folder, 'graph.db'));
  api = await anApi(store, options);
  await api.server.listen({ port, host: '127.0.0.1' });
};
const stop = async () => {
  await api.server.close();
  await store.close();
};
const url = (path: string, scheme = 'http') => `${scheme}://127.0.0.1:${port}${path}`;
const add = (...stories: Story[]) => store.remember(stories.map(aStory));
const story = (id: string, more: Partial<Story> = {}): Story => ({ id, entities: [['Person', MARA]], ...more });
const eventually = async (holds: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 400) throw new Error('it did not come true in 20 s');
    await wait(50);
  }
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-changes-'));
  port = await freePort();
  await start();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await stop();
  rmSync(folder, { recursive: true });
});

interface Seen {
  readonly kind: string;
  readonly cursor: string;
  readonly articleIds: string[];
}

/** One way to subscribe: what is given comes in `seen`, errors in `faults`. */
interface Subscribed {
  readonly seen: Seen[];
  readonly faults: any[];
  close(): void;
}

type Variables = { filter?: object; after?: string | null };
type Subscribe = (variables: Variables, headers?: Record<string, string>) => Subscribed;

function sinkOf(subscribed: Subscribed, variables: Variables) {
  return {
    next: ({ data, errors }: any) => {
      if (errors) subscribed.faults.push(...errors);
      if (!data) return;
      subscribed.seen.push(data.changes);
      // What a client does to come back where it was.
      variables.after = data.changes.cursor;
    },
    error: (error: any) => subscribed.faults.push(...(Array.isArray(error) ? error : [error])),
    complete: () => undefined,
  };
}

const overSse: Subscribe = (variables, headers = {}) => {
  const client = sseClient({
    url: url('/graphql/sse'),
    headers,
    retryAttempts: 100,
    retry: () => wait(50),
  });
  const subscribed: Subscribed = { seen: [], faults: [], close: () => client.dispose() };
  closing.push(subscribed.close);
  client.subscribe({ query: CHANGES, variables: variables as Record<string, unknown> }, sinkOf(subscribed, variables));
  return subscribed;
};

const overWebSocket: Subscribe = (variables, headers = {}) => {
  const client = wsClient({
    url: url('/graphql/ws', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: headers,
    retryAttempts: 100,
    retryWait: () => wait(50),
    shouldRetry: () => true,
  });
  const subscribed: Subscribed = { seen: [], faults: [], close: () => void client.dispose() };
  closing.push(subscribed.close);
  client.subscribe({ query: CHANGES, variables: variables as Record<string, unknown> }, sinkOf(subscribed, variables));
  return subscribed;
};

const articlesOf = ({ seen }: Subscribed) => seen.flatMap(({ articleIds }) => articleIds);
const cursor = async () => (await api.ask('{ changeCursor }')).data.changeCursor as string;

describe.each([
  ['event stream', overSse],
  ['WebSocket', overWebSocket],
])('changes over %s', (_name, subscribe) => {
  test('come in order, from the time of subscribing', async () => {
    await add(story('before'));
    const subscribed = subscribe({ after: await cursor() });
    await add(story('a'), story('b'));
    await store.decide({ act: { kind: 'retract', article: 'a' }, by: 'test', why: null });
    await eventually(() => subscribed.seen.length === 3);
    expect(subscribed.seen.map(({ kind, articleIds }) => [kind, ...articleIds])).toEqual([
      ['ADDED', 'a'],
      ['ADDED', 'b'],
      ['RETRACTED', 'a'],
    ]);
    expect(subscribed.faults).toEqual([]);
  });

  test('none is missed or told twice when the server restarts, and others write meanwhile', async () => {
    const variables: Variables = { after: await cursor() };
    const subscribed = subscribe(variables);
    await add(story('a'));
    await eventually(() => subscribed.seen.length === 1);
    await stop();
    const other = aGraph(join(folder, 'graph.db'));
    await other.remember([aStory(story('while down 1')), aStory(story('while down 2'))]);
    await other.close();
    await start();
    await add(story('z'));
    await eventually(() => subscribed.seen.length >= 4);
    await wait(300);
    expect(articlesOf(subscribed)).toEqual(['a', 'while down 1', 'while down 2', 'z']);
    expect(subscribed.faults).toEqual([]);
  });

  test('only what was asked for', async () => {
    const after = await cursor();
    const ofMara = subscribe({ after, filter: { of: [{ name: MARA }] } });
    const protests = subscribe({ after, filter: { types: ['PROTEST'] } });
    const corrections = subscribe({ after, filter: { kinds: ['REPLACED'] } });
    const ofWire = subscribe({ after, filter: { source: 'Harbour Wire' } });
    const ofArticle = subscribe({ after, filter: { articles: ['c'] } });
    await add(
      story('a', { entities: [['Person', PIET]], events: [{ type: 'PROTEST', trigger: 'march', by: [PIET] }] }),
    );
    await add(story('b', { source: 'Harbour Wire' }));
    await add(story('c', { entities: [['Person', PIET]] }), story('b', { modifiedAt: '2024-03-01', text: 'New.' }));
    await eventually(() => ofMara.seen.length === 2 && ofArticle.seen.length === 1 && corrections.seen.length === 1);
    expect([ofMara, protests, corrections, ofWire, ofArticle].map(articlesOf)).toEqual([
      ['b', 'b'],
      ['a'],
      ['b'],
      ['b'],
      ['c'],
    ]);
  });
});

test('a place is watched with its parts, a country with its towns, also when they leave the graph', async () => {
  const place = (name: string, more = {}) => ['Place', name, more] as const;
  await add(
    story('whole', {
      entities: [place('Rynn District'), place('Karsholm')],
      relations: [['PART_OF', 'Karsholm', 'Rynn District']],
    }),
    story('country', { entities: [place('Austria', { country: 'AUT', gazetteer: 'country:AUT' })] }),
  );
  const after = await cursor();
  const ofWhole = overSse({ after, filter: { of: [{ name: 'Rynn District' }] } });
  const ofCountry = overSse({ after, filter: { of: [{ name: 'Austria' }] } });
  await add(
    story('part', { entities: [place('Karsholm')] }),
    story('neither'),
    story('town', { entities: [place('Lindau an der Mur', { country: 'AUT', gazetteer: 'geonames:7' })] }),
  );
  await store.decide({ act: { kind: 'retract', article: 'town' }, by: 'test', why: null });
  await store.decide({ act: { kind: 'retract', article: 'part' }, by: 'test', why: null });
  await eventually(() => ofWhole.seen.length === 2 && ofCountry.seen.length >= 2);
  expect(articlesOf(ofWhole)).toEqual(['part', 'part']);
  expect(articlesOf(ofCountry)).toEqual(['town', 'town']);
});

test('who is watched is looked for anew each time, whatever a store keeps during a request', async () => {
  await api.server.close();
  api = await anApi({ ...store, within: () => remembering(store) });
  await api.server.listen({ port, host: '127.0.0.1' });
  const [after, filter] = [await cursor(), { of: [{ name: PIET }] }];
  const ofPiet = overSse({ after, filter });
  await add(story('before'));
  await wait(500);
  await add(story('piet', { entities: [['Person', PIET]] }));
  await eventually(() => ofPiet.seen.length > 0);
  expect(articlesOf(ofPiet)).toEqual(['piet']);
});

/** Answers the same question as it did the first time. */
function remembering(given: GraphStore): GraphStore {
  const known = new Map<string, unknown>();
  return new Proxy(given, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const asked = JSON.stringify([name, args]);
        if (!known.has(asked)) known.set(asked, method.apply(target, args));
        return known.get(asked);
      };
    },
  });
}

/** What a subscription is refused with, over both. */
const refusals = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
  const response = await fetch(url('/graphql/sse'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const overHttp = [response.status, ((await response.json()) as any).errors[0].extensions.code];
  const client = wsClient({
    url: url('/graphql/ws', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: headers,
    retryAttempts: 0,
  });
  const fault: any = await new Promise((resolve) =>
    client.subscribe(
      { query, variables: variables as Record<string, unknown> },
      {
        next: ({ errors }: any) => errors && resolve(errors[0]),
        error: (error: any) => resolve(error[0] ?? error),
        complete: () => resolve(null),
      },
    ),
  );
  await client.dispose();
  return [overHttp, fault?.extensions?.code ?? fault?.code];
};

describe('what is refused', () => {
  test.each([
    ['a cursor that is none', CHANGES, { after: 'nonsense' }, 'BAD_CURSOR'],
    ['a cursor of another graph', CHANGES, { after: Buffer.from('["99"]').toString('base64url') }, 'BAD_CURSOR'],
    ['a kind of event that is none', CHANGES, { filter: { types: ['PICNIC'] } }, 'BAD_VALUE'],
    ['a variable of another type', CHANGES, { after: {} }, 'BAD_USER_INPUT'],
    ['a query', '{ health { status } }', {}, 'BAD_REQUEST'],
    ['a field that is none', 'subscription { changes { nothing } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    [
      'what costs too much an event',
      'subscription { changes { events(first: 100) { participants { entity { timeline: id } evidence(first: 20) { article { id } } } } } }'.replace(
        'timeline: id',
        'id',
      ),
      {},
      'QUERY_TOO_EXPENSIVE',
    ],
  ])('%s', async (_what, query, variables, code) => {
    expect(await refusals(query, variables)).toEqual([[400, code], code]);
  });

  test('introspection, where it is off', async () => {
    await stop();
    await start({ introspection: false });
    const code = 'GRAPHQL_VALIDATION_FAILED';
    expect(await refusals('subscription { changes { __typename } __schema { types { name } } }')).toEqual([
      [400, code],
      code,
    ]);
  });

  test('who may not read, where reading is keyed; and a token ends what it began when it expires', async () => {
    await stop();
    const rules = { keys: [], tokens: { secret: SECRET }, areReadsKeyed: true };
    await start({ access: rules });
    expect(await refusals(CHANGES)).toEqual([[401, 'UNAUTHENTICATED'], 4401]);
    expect(await refusals(CHANGES, {}, { authorization: 'Bearer guess' })).toEqual([[401, 'UNAUTHENTICATED'], 4401]);
    const token = await new SignJWT({ scope: 'read' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(Math.floor(Date.now() / 1000) + 3)
      .sign(new TextEncoder().encode(SECRET));
    const headers = { authorization: `Bearer ${token}` };
    const after = Buffer.from('["0"]').toString('base64url');
    const [sse, socket] = [overSse({ after }, headers), overWebSocket({ after }, headers)];
    await add(story('a'));
    await eventually(() => sse.seen.length === 1 && socket.seen.length === 1);
    await wait(3500);
    await add(story('b'));
    await eventually(() => sse.faults.length > 0 && socket.faults.length > 0);
    expect([sse, socket].map(articlesOf)).toEqual([['a'], ['a']]);
  });

  test('more than one may have', async () => {
    await stop();
    await start({ limits: { subscriptions: 2, streamsEach: 3 } });
    const client = wsClient({ url: url('/graphql/ws', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    closing.push(() => client.dispose());
    const codes: string[] = [];
    for (let count = 0; count < 3; count++) {
      client.subscribe(
        { query: CHANGES },
        {
          next: () => undefined,
          error: (error: any) => codes.push(error[0].extensions.code),
          complete: () => undefined,
        },
      );
    }
    await eventually(() => codes.length === 1);
    expect(codes).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
    overSse({});
    overSse({});
    await eventually(async () => (await open()) === 3);
    expect(await refusals(CHANGES)).toEqual([[429, 'TOO_MANY_SUBSCRIPTIONS'], 4429]);
    for (const close of closing.splice(0)) await close();
    await eventually(async () => (await open()) === 0);
  });

  test('pages of other origins', async () => {
    const statusFrom = (origin: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url('/graphql/ws', 'ws'), 'graphql-transport-ws', { origin });
        socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
        socket.on('error', () => undefined);
        socket.on('open', () => {
          socket.close();
          resolve(101);
        });
      });
    expect(await statusFrom('https://elsewhere.example')).toBe(403);
    expect(await statusFrom(url(''))).toBe(101);
  });
});

describe('a socket on which nonsense comes', () => {
  const closedWith = (send: (socket: WebSocket) => void) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url('/graphql/ws', 'ws'), 'graphql-transport-ws');
      socket.on('error', () => undefined).on('close', resolve);
      socket.on('open', () => send(socket));
    });

  test.each<[string, number, (socket: WebSocket) => void]>([
    ['more than allowed', 1009, (socket) => socket.send('x'.repeat(300_000))],
    ['no frame', 1002, (socket) => (socket as any)._socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]))],
    ['no message', 4400, (socket) => socket.send('{')],
  ])('%s is closed, and not printed', async (_what, code, send) => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await closedWith(send)).toBe(code);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
    await eventually(async () => (await open()) === 0);
  });
});

const open = async () => Number(/^dateline_streams (\d+)/m.exec(await (await fetch(url('/metrics'))).text())?.[1]);

describe('a slow reader', () => {
  const COUNT = 80;
  const textOf = (at: number) => `${at} ${'x'.repeat(300_000)}`;
  const query = 'subscription($after: String) { changes(after: $after) { cursor articles { text } } }';
  const after = Buffer.from('["0"]').toString('base64url');
  let read: number;

  beforeEach(async () => {
    await stop();
    await start({ limits: { stalledMs: 1500, heartbeatMs: 1500 } });
    await store.remember(Array.from({ length: COUNT }, (_, at) => aStory({ id: `a${at}`, text: textOf(at) })));
    read = 0;
    const { versionsAt } = store;
    // The server asks the same object.
    store.within = () => store;
    store.versionsAt = (keys) => {
      read += keys.length;
      return versionsAt(keys);
    };
  }, 60_000);

  test.each(['event stream', 'WebSocket'])(
    'is given no more than it takes, and cut off when it takes nothing: %s',
    async (kind) => {
      const reader = kind === 'WebSocket' ? await pausedSocket() : await pausedStream();
      await wait(1000);
      // 20 MB wait; what fits in the buffers of the line was read, the rest was not.
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(COUNT - 10);
      await eventually(reader.isCut);
      await eventually(async () => (await open()) === 0);
    },
  );

  const pausedStream = () =>
    new Promise<{ isCut: () => boolean }>((resolve, reject) => {
      let isCut = false;
      const request = httpRequest(url('/graphql/sse'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      });
      request.on('response', (response) => {
        response.pause();
        response.on('close', () => (isCut = true)).on('error', () => (isCut = true));
        // A paused stream does not see its end: it is looked at once the time is up.
        setTimeout(() => response.resume(), 4000);
        resolve({ isCut: () => isCut });
      });
      request.on('error', reject);
      request.end(JSON.stringify({ query, variables: { after } }));
    });

  const pausedSocket = () =>
    new Promise<{ isCut: () => boolean }>((resolve) => {
      let isCut = false;
      const socket = new WebSocket(url('/graphql/ws', 'ws'), 'graphql-transport-ws');
      socket.on('close', () => (isCut = true)).on('error', () => undefined);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.once('message', () => {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { after } } }));
        socket.pause();
        setTimeout(() => socket.resume(), 4000);
        resolve({ isCut: () => isCut });
      });
    });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return free;
}
