/** Takes a made-up corpus into a graph, a few articles at a time, and says each id once it is acknowledged: to be killed. */
import { writeSync } from 'node:fs';
import { openGraph } from '../../src/graph/graph.ts';
import { resolver } from '../../src/resolve/resolver.ts';
import { openRows } from '../../src/store/open.ts';
import { generatedArticles } from '../generate/articles.ts';

const [address, events, password] = process.argv.slice(2) as [string, string, string | undefined];
const rows = openRows(address, { create: true, password: password ?? null });
const graph = openGraph({ rows, resolver, clock: () => '2024-01-01T00:00:00.000Z' });
const corpus = [...generatedArticles({ events: Number(events), seed: 3 })];
for (let at = 0; at < corpus.length; at += 2) {
  const batch = corpus.slice(at, at + 2);
  await graph.remember(batch);
  // Straight to the descriptor: what is said must not wait in a buffer that dies with the process.
  for (const { article } of batch) writeSync(1, `${article.id} ${article.version}\n`);
}
await graph.close();
