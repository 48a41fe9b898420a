/**
 * `npm run faults`: kills what writes, at random moments, and looks at what is left. `--kills N` (30), `--neo4j N` (0: how
 * many kills of a Neo4j's own process). Prints figures; ends with 1 if anything was lost or half-written.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { openGraph } from '../src/graph/graph.ts';
import type { GraphStore } from '../src/knowledge/store.ts';
import { openRows, openScratch } from '../src/store/open.ts';
import { generatedArticles } from './generate/articles.ts';
import { luckOf } from './generate/luck.ts';
import { startServer } from './neo4j/start-server.ts';
import { resolver } from './resolver.ts';

/** Events of the corpus: fewer on a Neo4j, which is started anew after each kill. */
const EVENTS = { embedded: 400, neo4j: 120 };
const PASSWORD = 'only-for-faults';
const WRITER = fileURLToPath(new URL('./faults/writer.ts', import.meta.url));

interface Figures {
  kills: number;
  acknowledged: number;
  lost: number;
  faults: number;
}

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '30' }, neo4j: { type: 'string', default: '0' } },
});
const luck = luckOf(5);
let bad = 0;
if (Number(values.kills) > 0) bad += report('process killed, embedded', await killWriters(Number(values.kills)));
if (Number(values.neo4j) > 0) bad += report('Neo4j killed', await killServers(Number(values.neo4j)));
process.exitCode = bad > 0 ? 1 : 0;

async function killWriters(kills: number): Promise<Figures> {
  const figures = { kills: 0, acknowledged: 0, lost: 0, faults: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const expected = await undisturbed(EVENTS.embedded);
  while (figures.kills < kills) {
    const file = join(folder, `${figures.kills}.db`);
    const said = await writeUntil(file, EVENTS.embedded, undefined, async (first) => {
      await first;
      await sleep(luck() * 4000);
    });
    figures.kills++;
    const graph = open(file);
    await look(graph, said, figures);
    await resume(graph, EVENTS.embedded, expected, figures);
    console.error(`  ${told(figures)}`);
  }
  rmSync(folder, { recursive: true });
  return figures;
}

async function killServers(kills: number): Promise<Figures> {
  const figures = { kills: 0, acknowledged: 0, lost: 0, faults: 0 };
  const home = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const expected = await undisturbed(EVENTS.neo4j);
  let server = await startServer(home, PASSWORD, { isBrief: true });
  while (figures.kills < kills) {
    const victim = server;
    const said = await writeUntil(victim.url, EVENTS.neo4j, PASSWORD, async (first) => {
      await first;
      await sleep(luck() * 8000);
      await victim.kill();
    });
    figures.kills++;
    server = await startServer(home, PASSWORD, { isBrief: true });
    const graph = open(server.url, PASSWORD);
    await look(graph, said, figures);
    await resume(graph, EVENTS.neo4j, expected, figures);
    console.error(`  ${told(figures)}`);
    await empty(server.url);
  }
  await server.kill();
  rmSync(home, { recursive: true });
  return figures;
}

/** Takes everything out of a Neo4j, for the next kill. */
async function empty(url: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', PASSWORD));
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
  await driver.close();
}

/** Starts a writer, lets `trouble` happen once it has said something, kills it, and gives what it said. */
async function writeUntil(
  address: string,
  events: number,
  password: string | undefined,
  trouble: (first: Promise<void>) => Promise<void>,
): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', WRITER, address, String(events), ...(password ? [password] : [])],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      resolve();
    });
    child.once('close', () => resolve());
  });
  await trouble(first);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').slice(0, -1);
}

/** Counts what was acknowledged and is not there, and what does not follow from what is there. */
async function look(graph: GraphStore, said: readonly string[], figures: Figures): Promise<void> {
  const kept = new Set<string>();
  for await (const { articleId, version } of graph.versions()) kept.add(`${articleId} ${version}`);
  figures.acknowledged += said.length;
  figures.lost += said.filter((one) => !kept.has(one)).length;
  const scratch = openScratch();
  const { faults } = await graph.check(scratch);
  await scratch.close();
  figures.faults += faults.length;
}

/** Goes on to the end: the graph must be the one that nothing disturbed. */
async function resume(graph: GraphStore, events: number, expected: string, figures: Figures): Promise<void> {
  await graph.remember([...generatedArticles({ events, seed: 3 })]);
  if ((await records(graph)) !== expected) figures.faults++;
}

/** What the graph of the corpus is when nothing disturbs it. */
async function undisturbed(events: number): Promise<string> {
  const graph = open(':memory:');
  await graph.remember([...generatedArticles({ events, seed: 3 })]);
  return records(graph);
}

async function records(graph: GraphStore): Promise<string> {
  const lines: string[] = [];
  for await (const record of graph.records()) lines.push(JSON.stringify({ ...record, ingestedAt: null }));
  await graph.close();
  return lines.join('\n');
}

function open(address: string, password: string | null = null): GraphStore {
  const rows = openRows(address, { create: true, password });
  return openGraph({ rows, resolver, clock: () => '2024-01-01T00:00:00.000Z' });
}

function report(what: string, figures: Figures): number {
  console.log(`${what}: ${told(figures)}`);
  return figures.lost + figures.faults;
}

function told({ kills, acknowledged, lost, faults }: Figures): string {
  return `${kills} kills, ${acknowledged} versions acknowledged, ${lost} lost, ${faults} half-written or otherwise than undisturbed`;
}
