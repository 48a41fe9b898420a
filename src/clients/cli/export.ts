import { once } from 'node:events';
import { Command, Option } from 'commander';
import { CYPHER_INDEXES, cypherOf } from '../../app.ts';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

/** `dateline export`: a whole graph as lines. */
export function exportCommand(): Command {
  return withStore(new Command('export'))
    .description('print a whole graph, one record a line, or as Cypher that draws it')
    .addOption(new Option('--format <format>', 'how').choices(['jsonl', 'cypher']).default('jsonl'))
    .addHelpText(
      'after',
      `
Records are article versions with their extractions, decisions, and the facts that follow from them, sorted: the same graph
gives the same bytes, apart from times of ingest. \`dateline import\` makes the graph again from them, in any store.
Cypher draws entities, events, statements and relations in any database that speaks it; it is for looking, not for import.

Examples:
  $ dateline export --store news.db > news.jsonl
  $ dateline export --store news.db --format cypher | cypher-shell -a neo4j://localhost -d scratch`,
    )
    .action(({ store: address, format }: { store: string; format: 'jsonl' | 'cypher' }) =>
      withGraph(address, async (store) => {
        const write = async (line: string) => {
          if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
        };
        if (format === 'cypher') for (const line of CYPHER_INDEXES) await write(line);
        for await (const record of store.records()) {
          for (const line of format === 'cypher' ? cypherOf(record) : [JSON.stringify(record)]) await write(line);
        }
      }),
    );
}
