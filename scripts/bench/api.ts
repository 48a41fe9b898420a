/**
 * `npm run bench -- --api STORE`: answers a second over loopback from a store that is there, in this process: the same
 * timeline of 50 with its words, of entities that many articles tell of. Prints p50 and p95 at a steady rate, for one
 * client, and as fast as it goes, and the memory before and after.
 */
import autocannon from 'autocannon';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { ALL_EVENTS } from '../../src/knowledge/everything.ts';

const QUERY = `query($id: ID!) { timeline(of: {id: $id}, first: 50) { edges { node { id type { id label } mode time { edtf earliest latest }
  place { name } standing sourceCount participants { role entity { name } } vouchedBy { narrator } evidence(first: 1) { exact article { title } } } } } }`;
const SECONDS = 15;
const ACTORS = 40;

/** Measures the API over a store. */
export async function benchApi(address: string): Promise<void> {
  const app = await createApp();
  const store = await app.openStore(address, { create: false });
  const server = { ...readConfig({}).server, ratePerMinute: 1e9 };
  const listening = await app.serve(store, { host: '127.0.0.1', port: 0, log: false, server });
  const events = await store.timeline(
    { ...ALL_EVENTS, standing: ['NARRATED', 'CLAIMED'] },
    { first: 500, after: null, descending: false },
  );
  const signatures = events.items.flatMap(({ item }) => item.participants.map(({ entity }) => entity));
  const actors = [
    ...new Map([...(await store.entitiesOfSignatures(signatures)).values()].map((view) => [view.id, view])).values(),
  ]
    .sort((a, b) => b.articleCount - a.articleCount)
    .slice(0, ACTORS);
  const requests = actors.map(({ id }) => ({ body: JSON.stringify({ query: QUERY, variables: { id } }) }));
  const run = (options: { connections: number; overallRate?: number }) =>
    autocannon({
      url: `${listening.url}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      requests,
      duration: SECONDS,
      ...options,
    });
  console.log(
    `timeline of 50 with words, of ${actors.length} entities, ${SECONDS} s each, client and server in one process`,
  );
  await run({ connections: 4 });
  const before = process.memoryUsage.rss();
  for (const [name, options] of [
    ['one client', { connections: 1 }],
    ['60 a second over 50 connections', { connections: 50, overallRate: 60 }],
    ['as fast as it goes, 50 connections', { connections: 50 }],
  ] as const) {
    const { latency, requests: done, non2xx, errors } = await run(options);
    console.log(
      `${name.padEnd(38)} p50 ${latency.p50} ms  p97.5 ${latency.p97_5} ms  ${done.average.toFixed(0)}/s  failed ${non2xx + errors}`,
    );
  }
  console.log(`memory ${Math.round(before / 1e6)} MB before, ${Math.round(process.memoryUsage.rss() / 1e6)} MB after`);
  await listening.close();
  await store.close();
}
