import { Command } from 'commander';
import { count } from './report.ts';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

/** `dateline stats`: how much a graph holds. */
export function statsCommand(): Command {
  return withStore(new Command('stats'))
    .description('say how much a graph holds')
    .option('--json', 'the result as JSON')
    .addHelpText('after', '\nExample:\n  $ dateline stats --store news.db')
    .action(({ store: address, json }: { store: string; json?: boolean }) =>
      withGraph(address, async (store) => {
        const { kind, ...health } = await store.health();
        const numbers = { ...health, ...(await store.stats()) };
        if (json) console.log(JSON.stringify({ store: kind, ...numbers }));
        else for (const [name, n] of Object.entries(numbers)) console.log(`${name.padEnd(12)}${count(n).padStart(12)}`);
      }),
    );
}
