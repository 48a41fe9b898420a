import { Command } from 'commander';
import { withBy } from './by-option.ts';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

/** `dateline retract`: takes articles out of a graph. */
export function retractCommand(): Command {
  return withBy(withStore(new Command('retract')))
    .description('take articles out of a graph, with all that only they say')
    .argument('<article...>', 'ids of articles')
    .addHelpText(
      'after',
      `
A retracted article stays out when it is ingested again, until the decision is undone: its id is printed.

Example:
  $ dateline retract https://news.example/wrong-story --why "withdrawn by the publisher" --store news.db`,
    )
    .action((articles: string[], { store: address, by, why }: { store: string; by: string; why?: string }) =>
      withGraph(address, async (store) => {
        for (const article of articles) {
          const { id } = await store.decide({ act: { kind: 'retract', article }, by, why: why ?? null });
          console.log(`${id} retracted ${article}`);
        }
      }),
    );
}
