// Reads the articles on standard input (JSON, an array of texts) over and over with the built code, and prints as JSON
// how fast, and how much memory it held along the way. A process of its own, so that it holds nothing else.
import { readFileSync } from 'node:fs';
import { annotateAhead } from '../../dist/annotate/ahead.js';
import { english } from '../../dist/annotate/english.js';
import { pipeline } from '../../dist/annotate/pipeline.js';
import { openVocabulary } from '../../dist/vocabulary/compiled.js';

const ROOT = new URL('../../', import.meta.url);
const [count, inFlight] = process.argv.slice(2).map(Number);
const documents = JSON.parse(readFileSync(0, 'utf8'));
const annotate = pipeline(english(await openVocabulary(ROOT), new URL('models/', ROOT)));

function* articles() {
  for (let at = 0; at < count; at++) yield documents[at % documents.length];
}

const rss = [];
let words = 0;
let at = 0;
const from = process.hrtime.bigint();
const before = process.cpuUsage();
for await (const { layers } of annotateAhead(articles(), annotate, inFlight)) {
  words += layers.tokens.tokens.length;
  if (++at % Math.ceil(count / 10) === 0) rss.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
}
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
const { user, system } = process.cpuUsage(before);
const wordsPerCpuSecond = Math.round(words / ((user + system) / 1e6));
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ wordsPerSecond: Math.round(words / seconds), wordsPerCpuSecond, peak, rss }));
