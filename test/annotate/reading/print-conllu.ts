/** Prints the annotation of each text of a JSON array on standard input; run in a process of its own. */
import { readFileSync } from 'node:fs';
import { createApp } from '../../../src/app.ts';

const app = await createApp();
for (const [at, text] of (JSON.parse(readFileSync(0, 'utf8')) as string[]).entries()) {
  process.stdout.write(await app.conllu({ place: 'article', id: `${at}`, text }));
}
