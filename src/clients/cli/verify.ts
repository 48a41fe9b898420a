import { Command } from 'commander';
import { createApp } from '../../app.ts';
import { openStore } from './open-store.ts';
import { count, EXIT } from './report.ts';
import { withStore } from './store-option.ts';

const SHOWN = 100;

/** `dateline verify`: re-reads a graph and checks its promises. */
export function verifyCommand(): Command {
  return withStore(new Command('verify'))
    .description('check that a graph keeps its promises')
    .option('--json', 'the result as JSON')
    .addHelpText('after', '\nExits with 1 when it finds a fault.\n\nExample:\n  $ dateline verify --store news.db')
    .action(verify);
}

async function verify({ store: address, json }: { store: string; json?: boolean }): Promise<void> {
  const app = await createApp();
  const store = await openStore(app, address, { create: false });
  try {
    const found = await app.verify(store);
    if (json) console.log(JSON.stringify(found));
    else {
      for (const fault of found.faults.slice(0, SHOWN)) console.log(fault);
      if (found.faults.length > SHOWN) console.log(`… and ${count(found.faults.length - SHOWN)} more`);
      console.log(
        `${count(found.articles)} articles, ${count(found.versions)} versions, ${count(found.facts)} rows that follow from them, ${count(found.faults.length)} faults`,
      );
    }
    if (found.faults.length > 0) process.exitCode = EXIT.someFailed;
  } finally {
    await store.close();
  }
}
