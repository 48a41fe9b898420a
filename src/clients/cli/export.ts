import { once } from 'node:events';
import { Command, Option } from 'commander';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

/** `dateline export`: a whole graph as lines. */
export function exportCommand(): Command {
  return withStore(new Command('export'))
    .description('print a whole graph, one record a line')
    .addOption(new Option('--format <format>', 'how').choices(['jsonl']).default('jsonl'))
    .addHelpText(
      'after',
      `
Records are article versions with their extractions, decisions, and the facts that follow from them, sorted: the same graph
gives the same bytes, apart from times of ingest. \`dateline import\` makes the graph again from them, in any store.

Example:
  $ dateline export --store news.db > news.jsonl`,
    )
    .action(({ store: address }: { store: string }) =>
      withGraph(address, async (store) => {
        for await (const record of store.records()) {
          if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
        }
      }),
    );
}
