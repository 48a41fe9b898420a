import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createApp, drafts, type Extraction, readAll } from '../../src/app.ts';
import { ROOT } from '../../src/config.ts';
import type { Truth } from './truth-scores.ts';

/** What the product takes from one demo article, by its key in seeds/truth.yaml. */
export interface DemoReading {
  readonly key: string;
  readonly extraction: Extraction;
}

let readings: Promise<readonly DemoReading[]> | undefined;

/** The demo articles as the product reads them, in the order of the truth; read once however many figures rest on them. */
export function demoReadings(): Promise<readonly DemoReading[]> {
  readings ??= readDemo();
  return readings;
}

/** The truth about the demo articles; each scorer looks at its own lists. */
export function demoTruth<Wanted extends Truth>(): Wanted {
  return parse(readFileSync(new URL('seeds/truth.yaml', ROOT), 'utf8')) as Wanted;
}

async function readDemo(): Promise<DemoReading[]> {
  const kit = (await createApp()).readingKit();
  const found: DemoReading[] = [];
  for (const { file, key } of demoTruth().articles)
    for await (const read of readAll(drafts([fileURLToPath(new URL(`seeds/articles/${file}`, ROOT))], {}), kit)) {
      if ('error' in read) throw read.error;
      found.push({ key, extraction: read.extraction });
    }
  return found;
}
