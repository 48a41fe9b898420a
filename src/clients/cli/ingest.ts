import { Command, InvalidArgumentError } from 'commander';
import {
  type App,
  createApp,
  drafts,
  type GraphStore,
  ingest as ingestArticles,
  locate,
  type Outcome,
  type SourceOptions,
} from '../../app.ts';
import { InputError } from '../../errors.ts';
import { deadLetters, failedPlaces } from './dead-letters.ts';
import { givenOf, type InputFlags, sourceOptions, withInputs } from './input-options.ts';
import { openStore } from './open-store.ts';
import { progress } from './progress.ts';
import { count, describe, EXIT } from './report.ts';
import { withStore } from './store-option.ts';

interface IngestFlags extends InputFlags {
  readonly store: string;
  readonly json?: boolean;
  readonly batch: number;
  readonly failed?: string;
  readonly retry?: boolean;
  readonly resume?: boolean;
}

/** `dateline ingest`: reads articles and keeps what they say. */
export function ingestCommand(): Command {
  return withStore(withInputs(new Command('ingest')))
    .description('read articles and keep what they say in a graph')
    .option('--json', 'one line of JSON for each article: place, id, what became of it')
    .option('--batch <n>', 'articles kept in one transaction', wholeNumber, 10)
    .option('--failed <file>', 'write articles that failed into this file, a line of JSON each, with the reason')
    .option('--retry', 'the inputs are such files: try again what is in them')
    .option('--resume', 'go on after a crash: what is kept already is not read again (nor is it without this flag)')
    .addHelpText(
      'after',
      `
A bad article is reported with its file and reason, and the rest goes on. What is reported as kept survives a crash.
The same article again changes nothing; a newer version replaces the older one, whichever comes first.

Examples:
  $ dateline ingest stories/ --store news.db
  $ dateline ingest feed.xml --fetch --source "The Daily"
  $ dateline ingest 'archive/2022-*.jsonl' --json > outcomes.jsonl
  $ dateline ingest archive/ --failed failed.jsonl; dateline ingest --retry failed.jsonl`,
    )
    .action(ingest);
}

async function ingest(inputs: string[], flags: IngestFlags): Promise<void> {
  const app = await createApp();
  const store = await openStore(app, flags.store, { create: true });
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await run(app, store, flags.retry ? await failedPlaces(inputs) : inputs, flags, stop.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await store.close();
  }
}

async function run(
  app: App,
  store: GraphStore,
  inputs: string[],
  flags: IngestFlags,
  stop: AbortSignal,
): Promise<void> {
  const options = sourceOptions(flags);
  const started = performance.now();
  const shown = progress(await bytesOf(inputs, options), () => performance.now() - started);
  const given = givenOf(flags);
  const tally = { added: 0, replaced: 0, older: 0, unchanged: 0, retracted: 0, failed: 0 };
  const kit = app.kit(store, given);
  const failed = flags.failed ? deadLetters(flags.failed) : null;
  const read = drafts(inputs, { ...options, onBytes: shown.read });
  for await (const outcome of ingestArticles(until(read, stop), kit, flags.batch)) {
    tally['error' in outcome ? 'failed' : outcome.applied]++;
    shown.article();
    if ('error' in outcome) {
      shown.say(`dateline: ${describe(outcome.error, outcome.place)}`);
      failed?.add(plain(outcome));
    }
    if (flags.json) console.log(JSON.stringify(plain(outcome)));
  }
  shown.stop();
  failed?.close();
  console.error(`${summaryOf(tally, performance.now() - started)}${stop.aborted ? ' (stopped before the end)' : ''}`);
  if (tally.failed > 0 || stop.aborted) process.exitCode = EXIT.someFailed;
}

/** Inputs until someone wants to stop: what is in hand then is still kept. */
async function* until<Item>(items: AsyncIterable<Item>, stop: AbortSignal): AsyncGenerator<Item> {
  for await (const item of items) {
    if (stop.aborted) return;
    yield item;
  }
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new InvalidArgumentError('Give a number from 1 to 10000.');
  return number;
}

/** Size of all inputs together; null where one does not tell before it is read. */
async function bytesOf(inputs: string[], options: SourceOptions): Promise<number | null> {
  let bytes = 0;
  for await (const located of locate(inputs, options)) {
    if (located instanceof InputError) continue;
    if (located.size === null) return null;
    bytes += located.size;
  }
  return bytes;
}

function plain(outcome: Outcome): object {
  if (!('error' in outcome)) return outcome;
  const { code, message, hint } = outcome.error;
  return { place: outcome.place, error: { code, message, hint: hint ?? null } };
}

function summaryOf(
  { added, replaced, older, unchanged, retracted, failed }: Record<string, number>,
  ms: number,
): string {
  const parts = Object.entries({ added, replaced, older, unchanged, retracted, failed })
    .filter(([name, n]) => n || name === 'added')
    .map(([name, n]) => `${count(n as number)} ${name}`);
  return `${parts.join(', ')} in ${(ms / 1000).toFixed(1)} s`;
}
