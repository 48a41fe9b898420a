/**
 * `npm run score`: every quality figure beside its floor in `test/quality/floor.json`; exits 1 when one is below.
 * With `--raise` it writes the floors up to what was measured. Gold that may not be shipped is read from
 * `../shared/data`; without it only what the project ships is scored.
 */
import { existsSync } from 'node:fs';
import { raiseFloor, readFloor } from './score/floor.ts';
import { type Figures, tokenScores } from './score/token-scores.ts';

const OWN = new URL('../test/quality/own.conllu', import.meta.url);
const SHARED = new URL('../../shared/data/', import.meta.url);

/** One line for each gold set and what is measured on it. */
const SHIPPED: readonly (() => Figures)[] = [() => tokenScores('own', OWN, ['words', 'tokens', 'sentences'])];
const BORROWED: readonly (() => Figures)[] = [
  () => tokenScores('ewt-dev', syntax('ewt-dev'), ['words', 'tokens', 'sentences']),
  () => tokenScores('gum-dev', syntax('gum-dev'), ['words', 'tokens', 'sentences']),
  () => tokenScores('gum-dev-news', syntax('gum-dev'), ['words', 'sentences'], (id) => id.startsWith('GUM_news_')),
];

const shared = existsSync(SHARED);
if (!shared) console.log('no ../shared/data: scoring only what the project ships\n');
const figures = new Map([...SHIPPED, ...(shared ? BORROWED : [])].flatMap((score) => [...score()]));

const floor = readFloor();
let below = 0;
console.log(`${'figure'.padEnd(28)}${'measured'.padStart(10)}${'floor'.padStart(8)}`);
for (const [name, value] of figures) {
  const least = floor[name];
  const fails = least !== undefined && value < least;
  if (fails) below++;
  const mark = fails ? '  below its floor' : '';
  console.log(`${name.padEnd(28)}${value.toFixed(2).padStart(10)}${(least?.toFixed(1) ?? '-').padStart(8)}${mark}`);
}
if (process.argv.includes('--raise')) raiseFloor(figures);
if (below > 0) process.exitCode = 1;

function syntax(name: string): URL {
  return new URL(`syntax/${name}.conllu`, SHARED);
}
