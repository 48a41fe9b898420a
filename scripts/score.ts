/**
 * `npm run score [-- TASK…]`: every quality figure beside its floor in `test/quality/floor.json`, or those of some
 * tasks (`times coreference`); exits 1 when one is below.
 * With `--raise` it writes the floors up to what was measured. Gold that may not be shipped is read from
 * `../shared/data`; without it only what the project ships is scored.
 */
import { existsSync } from 'node:fs';
import { coreferenceScores } from './score/coreference-scores.ts';
import { crossDocumentScores } from './score/cross-document-scores.ts';
import { demoReadings } from './score/demo-readings.ts';
import { factualityScores } from './score/factuality-scores.ts';
import { raiseFloor, readFloor } from './score/floor.ts';
import { nameScores, UNER, WORLDWIDE } from './score/name-scores.ts';
import { ploverScores } from './score/plover-roots.ts';
import { productAnnotate } from './score/product.ts';
import { quotationScores } from './score/quotation-scores.ts';
import { stanceScores } from './score/stance-scores.ts';
import { syntaxScores } from './score/syntax-scores.ts';
import { timeScores } from './score/time-scores.ts';
import { type Figures, tokenScores } from './score/token-scores.ts';
import { truthEvents } from './score/truth-events.ts';
import { truthRelations } from './score/truth-relations.ts';
import { truthScores } from './score/truth-scores.ts';
import { wikiEventScores } from './score/wiki-events.ts';

const OWN = new URL('../test/quality/own.conllu', import.meta.url);
const SHARED = new URL('../../shared/data/', import.meta.url);

const TOKENS = ['words', 'tokens', 'sentences'] as const;
const annotate = productAnnotate('entities');
const readTimes = productAnnotate('times');
const readStories = productAnnotate();

/** A task, and its figures on a gold set. */
type Gold = readonly [task: string, score: () => Figures | Promise<Figures>];

/** One line for each gold set and what is measured on it. */
const SHIPPED: readonly Gold[] = [
  ['tokens', () => tokenScores('own', OWN, TOKENS)],
  ['statements', async () => truthScores(await demoReadings())],
  ['events', async () => truthEvents(await demoReadings())],
  ['relations', async () => truthRelations(await demoReadings())],
];
const BORROWED: readonly Gold[] = [
  ['tokens', () => tokenScores('ewt-dev', shared('syntax/ewt-dev.conllu'), TOKENS)],
  ['tokens', () => tokenScores('gum-dev', shared('syntax/gum-dev.conllu'), TOKENS)],
  ['tokens', () => tokenScores('gum-dev-news', shared('syntax/gum-dev.conllu'), ['words', 'sentences'], isNews)],
  ['syntax', () => syntaxScores('ewt-dev', shared('syntax/ewt-dev.conllu'), annotate)],
  ['syntax', () => syntaxScores('gum-dev', shared('syntax/gum-dev.conllu'), annotate)],
  ['names', () => nameScores('worldwide-dev', shared('entities/worldwide-dev.tsv'), WORLDWIDE, annotate)],
  ['names', () => nameScores('uner-ewt-dev', shared('entities/uner-ewt-dev.iob2'), UNER, annotate)],
  ['quotations', () => quotationScores('polnear-dev', shared('attribution/polnear-dev.jsonl'), readStories)],
  ['coreference', () => coreferenceScores('gum-dev', shared('syntax/gum-dev.conllu'), readStories)],
  [
    'times',
    () => timeScores('times', [shared('time/timebank.jsonl'), shared('time/aquaint.jsonl')], 'held', readTimes),
  ],
  ['wikievents', () => wikiEventScores('wikievents-dev', shared('events/wikievents-dev.jsonl'), readStories)],
  ['plover', () => ploverScores('plover', shared('events/plover-train.jsonl'), readStories)],
  ['factuality', () => factualityScores('uds-dev', shared('factuality/uds-dev.jsonl'), readStories)],
  ['crossdoc', () => crossDocumentScores('ecbplus-dev', shared('crossdoc/ecbplus-dev.jsonl'), readStories)],
  ['stance', () => stanceScores('newsmtsc-held-out', shared('stance/newsmtsc-train.jsonl'), readStories)],
];

const hasShared = existsSync(SHARED);
if (!hasShared) console.log('no ../shared/data: scoring only what the project ships\n');
const figures = new Map<string, number>();
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const tasks = new Set([...SHIPPED, ...BORROWED].map(([task]) => task));
const unknown = asked.filter((task) => !tasks.has(task));
if (unknown.length > 0) {
  console.error(`no task ${unknown.join(', ')}: there are ${[...tasks].join(', ')}`);
  process.exit(2);
}
for (const [task, score] of [...SHIPPED, ...(hasShared ? BORROWED : [])]) {
  if (asked.length > 0 && !asked.includes(task)) continue;
  for (const [name, value] of await score()) figures.set(name, value);
}

const floor = readFloor();
let below = 0;
console.log(`${'figure'.padEnd(32)}${'measured'.padStart(10)}${'floor'.padStart(8)}`);
for (const [name, value] of figures) {
  const least = floor[name];
  const fails = least !== undefined && value < least;
  if (fails) below++;
  const mark = fails ? '  below its floor' : '';
  console.log(`${name.padEnd(32)}${value.toFixed(2).padStart(10)}${(least?.toFixed(1) ?? '-').padStart(8)}${mark}`);
}
if (process.argv.includes('--raise')) raiseFloor(figures);
if (below > 0) process.exitCode = 1;

function shared(path: string): URL {
  return new URL(path, SHARED);
}

function isNews(document: string): boolean {
  return document.startsWith('GUM_news_');
}
