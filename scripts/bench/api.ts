/**
 * `npm run bench -- --api STORE [--requests N]`: answers a second over loopback from a store that is there: the same timeline of
 * 50 with its words, of entities that many articles tell of; for one client, at a steady rate and as fast as it goes; then for
 * one client while others send hostile queries. The clients are in a process of their own. With `--requests`, memory over so
 * many small requests, by tenths.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Options, Result } from 'autocannon';
import { SignJWT } from 'jose';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { ALL_EVENTS } from '../../src/knowledge/everything.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';

export const TIMELINE = `query($id: ID!) { timeline(of: {id: $id}, first: 50) { edges { node { id type { id label } mode time { edtf earliest latest }
  place { name } standing sourceCount participants { role entity { name } } vouchedBy { narrator } evidence(first: 1) { exact article { title } } } } } }`;
const SMALL =
  'query($id: ID!) { timeline(of: {id: $id}, first: 2) { edges { node { id time { edtf } place { name } } } } }';
const SECONDS = 15;
const ACTORS = 40;

type Asked = { readonly query: string; readonly variables?: object };
/** What came of a load; `p95` in milliseconds. */
type Loaded = Result & { readonly p95: number };
type Load = {
  readonly connections: number;
  readonly overallRate?: number;
  readonly amount?: number;
  /** Whether the connections send one after another rather than all at once each second. */
  readonly evenly?: boolean;
};

/** Measures the API over a store. */
export async function benchApi(address: string, count: number): Promise<void> {
  const app = await createApp();
  const store = await app.openStore(address, { create: false, password: process.env.DATELINE_STORE_PASSWORD ?? null });
  const secret = 'a secret of this run, of thirty-two characters or more';
  const server = { ...readConfig({}).server, ratePerMinute: 1e9, tokens: { secret } };
  const listening = await app.serve(store, { host: '127.0.0.1', port: 0, log: false, server });
  const ids = await actorsOf(store);
  const run = (queries: readonly Asked[], { evenly = false, ...more }: Load, token?: string) =>
    load(evenly, {
      url: `${listening.url}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      requests: queries.map((asked) => ({ body: JSON.stringify(asked) })),
      duration: SECONDS,
      ...more,
    });
  const timelines = ids.map((id) => ({ query: TIMELINE, variables: { id } }));
  if (count > 0)
    await memory(count, (amount) =>
      run(
        ids.map((id) => ({ query: SMALL, variables: { id } })),
        { connections: 10, amount },
      ),
    );
  else {
    console.log(`timeline of 50 with words, of ${ids.length} entities, ${SECONDS} s each`);
    await run(timelines, { connections: 4 });
    const tell = async (name: string, more: Load) => {
      const from = process.cpuUsage();
      const { latency, p95, requests, non2xx, errors } = await run(timelines, more);
      const { user, system } = process.cpuUsage(from);
      const each = ((user + system) / 1000 / Math.max(1, requests.total)).toFixed(1);
      console.log(
        `${name.padEnd(38)} p50 ${latency.p50} ms  p95 ${p95.toFixed(1)} ms  ${(requests.total / SECONDS).toFixed(0)}/s  ${each} ms CPU  failed ${non2xx + errors}`,
      );
    };
    await tell('one client', { connections: 1 });
    await tell('60 a second over 50 connections', { connections: 50, overallRate: 60, evenly: true });
    await tell('the same, all at once each second', { connections: 50, overallRate: 60 });
    await tell('100 a second, evenly', { connections: 50, overallRate: 100, evenly: true });
    await tell('as fast as it goes, 50 connections', { connections: 50 });
    const others = { connections: 4, overallRate: 20, evenly: true };
    await tell('twenty a second, alone', others);
    const hostile = run(hostileOf(ids[0] as string), { connections: 50 }, await tokenOf(secret));
    await tell('twenty a second, beside 50 hostile', others);
    await hostile;
  }
  await listening.close();
  await store.close();
}

/** Sends load and waits for what came of it. */
async function load(evenly: boolean, options: Options): Promise<Loaded> {
  const client = fork(new URL('load.mjs', import.meta.url), { execArgv: [] });
  client.send({ options, evenly });
  const [{ result }] = (await once(client, 'message')) as [{ result: Loaded }];
  client.disconnect();
  return result;
}

/** Makes who sends hostile queries somebody else than who waits for answers. */
function tokenOf(secret: string): Promise<string> {
  const token = new SignJWT({ scope: 'read' }).setProtectedHeader({ alg: 'HS256' }).setSubject('hostile');
  return token.sign(new TextEncoder().encode(secret));
}

/** The entities that most articles tell of. */
async function actorsOf(store: GraphStore): Promise<string[]> {
  const page = { first: 500, after: null, descending: false };
  const { items } = await store.timeline({ ...ALL_EVENTS, standing: ['NARRATED', 'CLAIMED'] }, page);
  const signatures = items.flatMap(({ item }) => item.participants.map(({ entity }) => entity));
  const views = new Map([...(await store.entitiesOfSignatures(signatures)).values()].map((view) => [view.id, view]));
  return [...views.values()]
    .sort((a, b) => b.articleCount - a.articleCount)
    .slice(0, ACTORS)
    .map(({ id }) => id);
}

/** What somebody sends who wants the server down: as expensive as is allowed, more than that, and wide, deep and long. */
function hostileOf(id: string): Asked[] {
  const wide = (count: number, field: string) => Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');
  const timeline = (first: number, what: string) =>
    `timeline(of: {id: "${id}"}, first: ${first}) { edges { node { ${what} } } }`;
  return [
    { query: `{ ${timeline(200, 'participants { entity { name } } evidence { exact prefix article { text } }')} }` },
    {
      query: `{ ${timeline(500, 'participants { entity { relationships { to { name } } } } links { to { links { to { id } } } }')} }`,
    },
    { query: `{ ${wide(20, timeline(2, 'participants { entity { name } }'))} }` },
    { query: `{ ${wide(200, timeline(1, 'id'))} }` },
    {
      query: `{ graph(view: FACTS, filter: {}, limit: 500) { nodes { id } } neighbourhood(of: {id: "${id}"}, depth: 2, limit: 500) { nodes { id } } }`,
    },
    { query: `{ ${'health { status } '.repeat(370)} }` },
    { query: `{ ${'a { '.repeat(400)} id ${'} '.repeat(400)} }` },
    {
      query:
        'query($words: String!) { search(text: $words) { label } statements(search: $words) { edges { node { words } } } }',
      variables: { words: 'march of the union '.repeat(10_000) },
    },
    { query: '{ timeline(first: 500, source: "Nobody") { edges { node { id } } } }' },
  ];
}

async function memory(count: number, ask: (amount: number) => Promise<Loaded>): Promise<void> {
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
  await ask(2000);
  console.log(`memory over ${count} small requests: ${megabytes()} MB after 2000`);
  for (let tenth = 1; tenth <= 10; tenth++) {
    const { non2xx, errors } = await ask(Math.round(count / 10));
    console.log(`${String((count * tenth) / 10).padStart(9)}  ${megabytes()} MB  failed ${non2xx + errors}`);
  }
}
