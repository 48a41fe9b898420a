/**
 * `npm run score`: every quality figure beside its floor in `test/quality/floor.json`; exits 1 when one is below.
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

/** One line for each gold set and what is measured on it. */
const SHIPPED: readonly (() => Figures | Promise<Figures>)[] = [
  () => tokenScores('own', OWN, TOKENS),
  async () => truthScores(await demoReadings()),
  async () => truthEvents(await demoReadings()),
  async () => truthRelations(await demoReadings()),
];
const BORROWED: readonly (() => Figures | Promise<Figures>)[] = [
  () => tokenScores('ewt-dev', shared('syntax/ewt-dev.conllu'), TOKENS),
  () => tokenScores('gum-dev', shared('syntax/gum-dev.conllu'), TOKENS),
  () => tokenScores('gum-dev-news', shared('syntax/gum-dev.conllu'), ['words', 'sentences'], isNews),
  () => syntaxScores('ewt-dev', shared('syntax/ewt-dev.conllu'), annotate),
  () => syntaxScores('gum-dev', shared('syntax/gum-dev.conllu'), annotate),
  () => nameScores('worldwide-dev', shared('entities/worldwide-dev.tsv'), WORLDWIDE, annotate),
  () => nameScores('uner-ewt-dev', shared('entities/uner-ewt-dev.iob2'), UNER, annotate),
  () => quotationScores('polnear-dev', shared('attribution/polnear-dev.jsonl'), readStories),
  () => coreferenceScores('gum-dev', shared('syntax/gum-dev.conllu'), readStories),
  () => timeScores('times', [shared('time/timebank.jsonl'), shared('time/aquaint.jsonl')], 'held', readTimes),
  () => wikiEventScores('wikievents-dev', shared('events/wikievents-dev.jsonl'), readStories),
  () => ploverScores('plover', shared('events/plover-train.jsonl'), readStories),
  () => factualityScores('uds-dev', shared('factuality/uds-dev.jsonl'), readStories),
  () => crossDocumentScores('ecbplus-dev', shared('crossdoc/ecbplus-dev.jsonl'), readStories),
  () => stanceScores('newsmtsc-held-out', shared('stance/newsmtsc-train.jsonl'), readStories),
];

const hasShared = existsSync(SHARED);
if (!hasShared) console.log('no ../shared/data: scoring only what the project ships\n');
const figures = new Map<string, number>();
for (const score of [...SHIPPED, ...(hasShared ? BORROWED : [])]) {
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
