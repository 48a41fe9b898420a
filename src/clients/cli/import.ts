import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import type { App, Extraction, GraphRecord, GraphStore } from '../../app.ts';
import { InputError } from '../../errors.ts';
import { count } from './report.ts';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

const AT_A_TIME = 100;

/** `dateline import`: makes a graph from an export, or from extractions. */
export function importCommand(): Command {
  return withStore(new Command('import'))
    .description('take in an exported graph, or the JSON lines of `dateline extract`')
    .argument('<file>', 'a file of JSON lines; - for standard input')
    .addHelpText(
      'after',
      '\nExamples:\n  $ dateline import news.jsonl --store copy.db\n  $ dateline extract stories/ --json | dateline import - --store news.db',
    )
    .action((file: string, { store: address }: { store: string }) =>
      withGraph(address, (store, app) => take(file, store, app), { create: true }),
    );
}

async function take(file: string, store: GraphStore, app: App): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let waiting: Extraction[] = [];
  let decisions: Extract<GraphRecord, { record: 'decision' }>[] = [];
  let [line, taken] = [0, 0];
  const flush = async () => {
    if (decisions.length) await store.restore(decisions);
    decisions = [];
    if (waiting.length) await store.remember(waiting);
    taken += waiting.length;
    waiting = [];
  };
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (!text.trim()) continue;
    const record = parsed(text, `${file}:${line}`);
    if ('release' in record) waiting.push(app.validate(record));
    else if (record.record === 'version') waiting.push(app.validate(record.extraction));
    else if (record.record === 'decision') decisions.push(record);
    if (waiting.length >= AT_A_TIME) await flush();
  }
  await flush();
  console.error(`${count(taken)} article versions`);
}

function parsed(text: string, place: string): GraphRecord | Extraction {
  try {
    return JSON.parse(text) as GraphRecord | Extraction;
  } catch (cause) {
    throw new InputError('IMPORT_NOT_JSON', 'this line is no JSON', {
      place,
      hint: 'give what `dateline export` or `dateline extract --json` printed',
      cause,
    });
  }
}
