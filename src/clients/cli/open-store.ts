import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type App, asksForPassword, type GraphStore } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { ConfigError } from '../../errors.ts';

/** Opens a store, with the password from the environment or asked for on the terminal. Throws StoreError or ConfigError. */
export async function openStore(
  app: App,
  address: string,
  { create }: { readonly create: boolean },
): Promise<GraphStore> {
  const password = asksForPassword(address) ? (readConfig().storePassword ?? (await asked(address))) : null;
  const store = app.openStore(address, { create, password });
  try {
    // A store that is reached over a network is found out about now, before anything is read.
    await store.articles({ first: 1, after: null });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Asks without showing what is typed. */
async function asked(address: string): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new ConfigError('STORE_PASSWORD', 'the store asks for a password', { hint: 'set DATELINE_STORE_PASSWORD' });
  }
  process.stderr.write(`password for ${address}: `);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise((resolve) => lines.question('', resolve));
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
