/**
 * `npm run bench`: words a second on one core, and the same work against a yardstick measured in the same run, because
 * machines differ and are shared. Prints medians.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Document } from '../src/document/document.ts';
import { productTokens } from './score/product.ts';
import { documentOf, rawText } from './score/treebank.ts';

const WARM_UP = 5;
const RUNS = 15;

const documents = articles();
const step = productTokens();
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const ours = measure((document) => step(document).tokens.length);
const yardstick = measure(({ text }) => {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
});

const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${documents.length} articles, ${characters.toLocaleString('en')} characters, median of ${RUNS} runs`);
console.log(`tokens           ${perSecond(ours)} words/s`);
console.log(`Intl.Segmenter   ${perSecond(yardstick)} words/s (words of ours, cut by it)`);
console.log(`ratio            ${(yardstick.seconds / ours.seconds).toFixed(2)} times as fast`);

/** Words counted by the tokens step, so that both are asked for the same work. */
function perSecond({ seconds }: { seconds: number }): string {
  return Math.round(ours.count / seconds).toLocaleString('en');
}

function measure(work: (document: Document) => number): { count: number; seconds: number } {
  const times: number[] = [];
  let count = 0;
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const from = process.hrtime.bigint();
    count = 0;
    for (const document of documents) count += work(document);
    if (run >= WARM_UP) times.push(Number(process.hrtime.bigint() - from) / 1e9);
  }
  times.sort((a, b) => a - b);
  return { count, seconds: times[RUNS >> 1]! };
}

/** Texts of an article's size: what the project ships, and a treebank's where one is at hand. */
function articles(): Document[] {
  const found: string[] = [];
  const folder = new URL('../seeds/articles/', import.meta.url);
  if (existsSync(folder)) {
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.txt')) found.push(readFileSync(new URL(name, folder), 'utf8'));
    }
  }
  const treebank = new URL('../../shared/data/syntax/gum-dev.conllu', import.meta.url);
  const own = new URL('../test/quality/own.conllu', import.meta.url);
  const lines = rawText(readFileSync(existsSync(treebank) ? treebank : own, 'utf8')).split('\n');
  for (let at = 0; at < lines.length; at += 25) found.push(lines.slice(at, at + 25).join('\n'));
  return found.map(documentOf);
}
