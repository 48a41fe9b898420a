/**
 * `npm run bench`: words a second, and the same work against yardsticks measured in the same run, because machines
 * differ and are shared. Prints medians, then how a fresh process starts and what it holds over many articles
 * (`--articles N`, 200 if not given).
 * With `--api STORE`, measures the API over that store instead; with `--graph N`, writing N made-up events and reading them
 * (`bench/store.ts`).
 */
import { cpus } from 'node:os';
import { annotateAhead } from '../src/annotate/ahead.ts';
import type { Annotate } from '../src/annotate/pipeline.ts';
import type { Document } from '../src/document/document.ts';
import { benchArticles } from './bench/articles.ts';
import { coldStart } from './bench/cold-start.ts';
import { memoryOver } from './bench/memory.ts';
import { winkWords } from './bench/wink.ts';
import { productAnnotate, productTokens } from './score/product.ts';

const given = (name: string) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? (process.argv[at + 1] ?? null) : null;
};
if (process.argv.includes('--api')) {
  // As `dateline serve` runs.
  process.env.NODE_ENV ??= 'production';
  const { benchApi } = await import('./bench/api.ts');
  await benchApi(given('--api') ?? '.dateline/graph.db', Number(given('--requests') ?? 0));
  process.exit();
}
if (process.argv.includes('--graph')) {
  const { benchStore } = await import('./bench/store.ts');
  await benchStore({
    events: Number(given('--graph')),
    address: given('--at'),
    batch: Number(given('--batch') ?? 400),
    keep: process.argv.includes('--keep'),
  });
  process.exit();
}

const WARM_UP = 1;
const RUNS = 5;

const documents = benchArticles();
const step = productTokens();
const words = documents.reduce((sum, document) => sum + step(document).tokens.length, 0);
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const readWords = productAnnotate('entities');
const readStories = productAnnotate();

console.log(
  `${documents.length} articles, ${words.toLocaleString('en')} words, median of ${RUNS} runs, ${cpus().length} cores\n`,
);
console.log(`${''.padEnd(40)}${'words/s'.padStart(10)}${'articles/s'.padStart(12)}`);
await measure(
  'tokens',
  each((document) => step(document)),
);
await measure(
  'Intl.Segmenter (cuts words)',
  each(({ text }) => [...segmenter.segment(text)]),
);
await measure('wink-nlp (tags, no tree, no names)', each(winkWords()));
await measure('words, trees and names, one in flight', () => readAll(readWords, 1));
await measure('words, trees and names, two in flight', () => readAll(readWords, 2));
await measure('everything, one in flight', () => readAll(readStories, 1));
await measure('everything, four in flight as in ingest', () => readAll(readStories, 4));
const at = process.argv.indexOf('--articles');
console.log(`\n${coldStart()}`);
console.log(memoryOver(at > 0 ? Number(process.argv[at + 1]) : 200, documents));

/** Prints how fast all articles are worked on, each figure over the same words. */
async function measure(name: string, work: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const from = process.hrtime.bigint();
    await work();
    if (run >= WARM_UP) times.push(Number(process.hrtime.bigint() - from) / 1e9);
  }
  times.sort((a, b) => a - b);
  const seconds = times[RUNS >> 1]!;
  const perSecond = Math.round(words / seconds).toLocaleString('en');
  console.log(`${name.padEnd(40)}${perSecond.padStart(10)}${(documents.length / seconds).toFixed(1).padStart(12)}`);
}

function each(work: (document: Document) => unknown): () => void {
  return () => {
    for (const document of documents) work(document);
  };
}

async function readAll(annotate: Annotate, inFlight: number): Promise<void> {
  for await (const { layers } of annotateAhead(documents, annotate, inFlight)) {
    if (layers.entities.mentions.length === 0) throw new Error('an article without a name: nothing was read');
  }
}
