/** `npm run generate -- --events N [--seed S]`: extractions as news would give them, one a line, for `dateline import`. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { generatedArticles } from './generate/articles.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
for (const extraction of generatedArticles({ events: Number(values.events), seed: Number(values.seed) })) {
  if (!process.stdout.write(`${JSON.stringify(extraction)}\n`)) await once(process.stdout, 'drain');
}
