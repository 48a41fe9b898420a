import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ApiError, type Change, createClient } from '../../src/clients/client/client.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory, type Story } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

const MARA = 'Mara Oduya';

let folder: string;
let port = 0;
let store: GraphStore;
let api: Api;

const start = async () => {
  store = aGraph(join(folder, 'graph.db'));
  api = await anApi(store);
  await api.server.listen({ port, host: '127.0.0.1' });
  port = (api.server.server.address() as AddressInfo).port;
};
const stop = async () => {
  await api.server.close();
  await store.close();
};
const add = (...stories: Story[]) => store.remember(stories.map(aStory));
const story = (id: string, more: Partial<Story> = {}): Story => ({ id, entities: [['Person', MARA]], ...more });
const client = (signal?: AbortSignal) =>
  createClient({ url: `http://127.0.0.1:${port}/graphql`, ...(signal && { signal }) });

/** Takes changes until there are so many. */
async function taken(changes: AsyncGenerator<Change>, count: number): Promise<Change[]> {
  const seen: Change[] = [];
  for await (const change of changes) {
    seen.push(change);
    if (seen.length === count) break;
  }
  return seen;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-client-'));
  port = 0;
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

test('changes come with what they are about, behind a cursor', async () => {
  await add(story('a', { events: [{ type: 'PROTEST', trigger: 'march', by: [MARA] }] }), story('b'));
  const [first] = await taken(client().changes({ after: Buffer.from('["0"]').toString('base64url') }), 1);
  expect(first).toMatchObject({ kind: 'ADDED', articleIds: ['a'], articles: [{ id: 'a' }] });
  expect(first?.events.map(({ type }) => type.id)).toEqual(['PROTEST']);
  expect(first?.entities.map(({ name }) => name)).toEqual([MARA]);
  const [second] = await taken(client().changes({ after: first!.cursor }), 1);
  expect(second?.articleIds).toEqual(['b']);
});

test('none is missed and none comes twice when the server restarts, and others write meanwhile', async () => {
  const changes = client().changes();
  const first = changes.next();
  // What it begins with is where the log stood when it was first asked for a change.
  await wait(500);
  await add(story('a'));
  expect((await first).value?.articleIds).toEqual(['a']);
  const rest = taken(changes, 3);
  await wait(200);
  await stop();
  const other = aGraph(join(folder, 'graph.db'));
  await other.remember([aStory(story('while down 1')), aStory(story('while down 2'))]);
  await other.close();
  await wait(1000);
  await start();
  await add(story('z'));
  expect((await rest).flatMap(({ articleIds }) => articleIds)).toEqual(['while down 1', 'while down 2', 'z']);
});

test('only what was asked for', async () => {
  const after = Buffer.from('["0"]').toString('base64url');
  await add(story('a', { entities: [['Person', 'Piet Lorne']] }), story('b'));
  const [seen] = await taken(client().changes({ after, filter: { of: [{ name: MARA }] } }), 1);
  expect(seen?.articleIds).toEqual(['b']);
});

test('a refusal has its code, and is not tried again', async () => {
  const refused = await client()
    .changes({ after: 'nonsense' })
    .next()
    .catch((error: ApiError) => error);
  expect(refused).toMatchObject({ name: 'ApiError', code: 'BAD_CURSOR', status: 400 });
});

test('it ends with the signal, while it waits for a change and while it waits for the server', async () => {
  const waiting = new AbortController();
  const next = client(waiting.signal).changes().next();
  await wait(300);
  waiting.abort(new Error('enough'));
  await expect(next).rejects.toThrow(/enough|aborted/);
  const lost = new AbortController();
  const after = Buffer.from('["0"]').toString('base64url');
  await stop();
  const never = client(lost.signal).changes({ after }).next();
  await wait(300);
  lost.abort(new Error('enough'));
  await expect(never).rejects.toThrow('enough');
  await start();
});

test('no more is read than is taken', async () => {
  let sent = 0;
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = () => {
      while (sent < 2000) {
        sent++;
        const changes = { cursor: String(sent), articleIds: ['x'.repeat(20_000)] };
        if (!response.write(`event: next\ndata: ${JSON.stringify({ data: { changes } })}\n\n`)) break;
      }
    };
    response.on('drain', send);
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const changes = createClient({ url }).changes({ after: '0' });
  expect((await changes.next()).value?.cursor).toBe('1');
  await wait(500);
  expect(sent).toBeLessThan(1000);
  await changes.return(undefined);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
