import { Command } from 'commander';
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
import { givenOf, type InputFlags, sourceOptions, withInputs } from './input-options.ts';
import { openStore } from './open-store.ts';
import { progress } from './progress.ts';
import { count, describe, EXIT } from './report.ts';
import { withStore } from './store-option.ts';

interface IngestFlags extends InputFlags {
  readonly store: string;
  readonly json?: boolean;
}

/** `dateline ingest`: reads articles and keeps what they say. */
export function ingestCommand(): Command {
  return withStore(withInputs(new Command('ingest')))
    .description('read articles and keep what they say in a graph')
    .option('--json', 'one line of JSON for each article: place, id, what became of it')
    .addHelpText(
      'after',
      `
A bad article is reported with its file and reason, and the rest goes on. What is reported as kept survives a crash.
The same article again changes nothing; a newer version replaces the older one, whichever comes first.

Examples:
  $ dateline ingest stories/ --store news.db
  $ dateline ingest feed.xml --fetch --source "The Daily"
  $ dateline ingest 'archive/2022-*.jsonl' --json > outcomes.jsonl`,
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
    await run(app, store, inputs, flags, stop.signal);
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
  for await (const outcome of ingestArticles(drafts(inputs, { ...options, onBytes: shown.read }), kit)) {
    tally['error' in outcome ? 'failed' : outcome.applied]++;
    shown.article();
    if ('error' in outcome) shown.say(`dateline: ${describe(outcome.error, outcome.place)}`);
    if (flags.json) console.log(JSON.stringify(plain(outcome)));
    if (stop.aborted) break;
  }
  shown.stop();
  console.error(`${summaryOf(tally, performance.now() - started)}${stop.aborted ? ' (stopped before the end)' : ''}`);
  if (tally.failed > 0 || stop.aborted) process.exitCode = EXIT.someFailed;
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
