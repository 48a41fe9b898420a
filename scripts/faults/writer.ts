/**
 * `writer.ts ADDRESS EVENTS [PASSWORD] [SEED]`: takes a made-up corpus into a graph, a few articles at a time, and says each
 * version once it is acknowledged: to be killed, or to be refused, which it tells as JSON.
 */
import { writeSync } from 'node:fs';
import type { DatelineError } from '../../src/errors.ts';
import { openGraph } from '../../src/graph/graph.ts';
import { openRows } from '../../src/store/open.ts';
import { generatedArticles } from '../generate/articles.ts';
import { resolver } from '../resolver.ts';

const [address, events, password, seed] = process.argv.slice(2) as [string, string, string?, string?];
process.once('uncaughtException', (error: DatelineError) => {
  console.error(JSON.stringify({ code: error.code, hint: error.hint, message: error.message }));
  process.exit(1);
});
const rows = openRows(address, { create: true, password: password || null });
const graph = openGraph({ rows, resolver, clock: () => '2024-01-01T00:00:00.000Z' });
const corpus = [...generatedArticles({ events: Number(events), seed: Number(seed ?? 3) })];
for (let at = 0; at < corpus.length; at += 2) {
  const batch = corpus.slice(at, at + 2);
  await graph.remember(batch);
  // Straight to the descriptor: what is said must not wait in a buffer that dies with the process.
  for (const { article } of batch) writeSync(1, `${article.id} ${article.version}\n`);
}
await graph.close();
