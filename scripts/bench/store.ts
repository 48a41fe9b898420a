/**
 * `npm run bench -- --graph N [--at ADDRESS] [--batch N]`: how fast a graph takes in N made-up events and answers then, in
 * this process; in a new file if no address is given. `--keep` takes the graph at the address as it is. On a Neo4j each
 * reading stands beside the same question as hand-written Cypher over the bare driver, in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGraph } from '../../src/graph/graph.ts';
import { ALL_EVENTS, ALL_STATEMENTS } from '../../src/knowledge/everything.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import type { Page } from '../../src/knowledge/questions.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import type { EntityView } from '../../src/knowledge/views.ts';
import { asksForPassword, openRows } from '../../src/store/open.ts';
import { generatedArticles } from '../generate/articles.ts';
import { luckOf } from '../generate/luck.ts';
import { resolver } from '../resolver.ts';
import { type ByHand, byHand } from './store-by-hand.ts';

const ACTORS = 40;
const TIMES = 5;
const PAGE: Page = { first: 50, after: null, descending: false };
const NEAR = 20;

/** How a graph is to be measured. */
export interface GraphBench {
  readonly events: number;
  readonly address: string | null;
  readonly batch: number;
  /** Whether the graph is there already. */
  readonly keep: boolean;
}

/** Measures writing and reading. */
export async function benchStore({ events, address, batch, keep }: GraphBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const at = address ?? join(folder, 'graph.db');
  const password = process.env.DATELINE_STORE_PASSWORD ?? null;
  const rows = openRows(at, { create: !keep, password });
  const graph = openGraph({ rows, resolver, clock: () => '2024-01-01T00:00:00.000Z' });
  if (!keep) await write(graph, events, batch);
  const hand = asksForPassword(at) ? await byHand(at, password ?? '') : null;
  await read(graph, hand);
  await hand?.close();
  await graph.close();
  rmSync(folder, { recursive: true });
}

async function write(graph: GraphStore, events: number, batch: number): Promise<void> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  let written = 0;
  let waiting: Extraction[] = [];
  const memory: number[] = [];
  const rates: number[] = [];
  let [since, before] = [from, 0];
  // One batch is in its transaction while the next one comes. To make it up is counted: much of it goes on meanwhile.
  let last: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    const next = graph.remember(waiting);
    waiting = [];
    await last;
    last = next;
    if (written < ((memory.length + 1) * events) / 10) return;
    memory.push(Math.round(process.memoryUsage.rss() / 1e6));
    const now = performance.now();
    rates.push(Math.round(((written - before) * 1e3) / (now - since)));
    [since, before] = [now, written];
  };
  for (const extraction of generatedArticles({ events })) {
    waiting.push(extraction);
    written += extraction.events.length;
    if (waiting.length === batch) await flush();
  }
  await flush();
  await last;
  const wall = (performance.now() - from) / 1e3;
  const { user, system } = process.cpuUsage(used);
  console.log(
    `written: ${written} events in ${wall.toFixed(1)} s, ${batch} articles a transaction: ${rate(written / wall)} by the clock, ` +
      `${rate(written / ((user + system) / 1e6))} by this process's own time on all cores; events/s by tenths ${rates.join(' ')}; memory by tenths ${memory.join(' ')} MB`,
  );
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en')} events/s`;
}

async function read(graph: GraphStore, hand: ByHand | null): Promise<void> {
  const actors = await actorsOf(graph);
  const most = actors[0] as EntityView;
  const tied = new Map<string, string[]>();
  for (const { id } of actors)
    tied.set(
      id,
      (await graph.neighbours(id, 3)).map(({ entity }) => entity.id),
    );
  // Each question is asked as a request of the API asks it.
  const asked = () => graph.within(new AbortController().signal);
  const pair = ({ id }: EntityView) => [id, tied.get(id)?.[0] ?? id] as const;
  const stats = await graph.health();
  console.log(
    `read: ${stats.articles} articles, ${actors.length} actors; the most connected is in ${most.articleCount} articles`,
  );
  console.log(
    `${''.padEnd(46)}${'p50 ms'.padStart(8)}${'p95 ms'.padStart(8)}${hand ? '   by hand: p50     p95   ratio' : ''}`,
  );
  for (const [whose, of] of [
    ['of many', actors],
    ['of the most connected', [most]],
  ] as const) {
    const times = whose === 'of many' ? TIMES : TIMES * 10;
    await beside(`timeline of 50, ${whose}`, of, times, {
      own: ({ id }) => asked().timeline({ ...ALL_EVENTS, of: [id] }, PAGE),
      hand: hand && (({ id }) => hand.timeline(id)),
    });
    await beside(`neighbourhood of two steps, ${whose}`, of, times, {
      own: async ({ id }) => {
        const one = asked();
        const near = await one.neighbours(id, NEAR);
        await one.neighboursOf(
          near.map(({ entity }) => entity.id),
          NEAR,
        );
      },
      hand: hand && (({ id }) => hand.neighbourhood(id)),
    });
    await beside(`statements by one about another, ${whose}`, of, times, {
      own: (one) => {
        const [by, about] = pair(one);
        return asked().statements({ ...ALL_STATEMENTS, by, about }, PAGE);
      },
      hand: hand && ((one) => hand.statements(...pair(one))),
    });
  }
}

/** Some who are in many events and some who are in few. */
async function actorsOf(graph: GraphStore): Promise<EntityView[]> {
  const luck = luckOf(11);
  const found = new Map<string, EntityView>();
  for (let after: readonly string[] | null = null; found.size < ACTORS * 20; ) {
    const { items, hasNext, end } = await graph.timeline(ALL_EVENTS, { ...PAGE, first: 500, after });
    const signatures = items.flatMap(({ item }) => item.participants.map(({ entity }) => entity));
    for (const view of (await graph.entitiesOfSignatures(signatures)).values()) found.set(view.id, view);
    if (!hasNext) break;
    after = end;
  }
  const sorted = [...found.values()].sort((a, b) => b.articleCount - a.articleCount);
  const often = sorted.slice(0, ACTORS / 2);
  const rest = sorted.slice(ACTORS / 2).sort(() => luck() - 0.5);
  return [...often, ...rest.slice(0, ACTORS / 2)];
}

interface Sides {
  readonly own: (actor: EntityView) => Promise<unknown>;
  readonly hand: ((actor: EntityView) => Promise<unknown>) | null;
}

/** Asks both ways in turn, so that what else the machine does weighs on both alike. */
async function beside(name: string, actors: readonly EntityView[], times: number, { own, hand }: Sides): Promise<void> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run <= times; run++) {
    for (const actor of actors) {
      const [a, b] = [await timed(() => own(actor)), hand ? await timed(() => hand(actor)) : 0];
      if (run === 0) continue;
      mine.push(a);
      theirs.push(b);
    }
  }
  const figures = (list: number[]) => [0.5, 0.95].map((part) => quantile(list, part));
  const [p50, p95] = figures(mine) as [number, number];
  const [h50, h95] = figures(theirs) as [number, number];
  const columns = [p50, p95, ...(hand ? [h50, h95, p50 / h50] : [])];
  console.log(`${name.padEnd(46)}${columns.map((one, at) => one.toFixed(2).padStart(at === 2 ? 16 : 8)).join('')}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function quantile(list: readonly number[], part: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
