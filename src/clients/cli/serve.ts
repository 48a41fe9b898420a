import { Command, InvalidArgumentError } from 'commander';
import { createApp, FIRST_QUERY } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { openStore } from './open-store.ts';
import { count } from './report.ts';
import { withStore } from './store-option.ts';

interface ServeFlags {
  readonly store: string;
  readonly host: string;
  readonly port: number;
  readonly log: boolean;
}

/** `dateline serve`: the GraphQL API over a graph, until it is stopped. */
export function serveCommand(): Command {
  const config = readConfig();
  return withStore(new Command('serve'))
    .description('answer questions about a graph in GraphQL')
    .option('--host <address>', 'address to listen on (env: DATELINE_HOST)', config.host)
    .option('--port <number>', 'port to listen on, 0 for any (env: DATELINE_PORT)', portOf, config.port)
    .option('--log', 'log requests as JSON lines (env: DATELINE_LOG=1)', config.log)
    .addHelpText('after', '\nExample:\n  $ dateline serve --store news.db --port 4000')
    .action(serve);
}

async function serve({ store: address, host, port, log }: ServeFlags): Promise<void> {
  const app = await createApp();
  const store = await openStore(app, address, { create: false });
  const { articles } = await store.health();
  const listening = await app
    .serve(store, { host, port, log, server: readConfig().server })
    .catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? portInUse(port, error) : error;
    });
  const stop = async () => {
    await listening.close();
    await store.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(`
Dateline is at ${listening.url}/graphql with ${count(articles)} articles from ${address}

A query worth trying:

  curl -s ${listening.url}/graphql -H 'content-type: application/json' \\
    -d '${JSON.stringify({ query: FIRST_QUERY })}'

Stop it with Ctrl-C.`);
}

function portInUse(port: number, cause: Error): ConfigError {
  return new ConfigError('PORT_IN_USE', `port ${port} is in use`, {
    hint: 'give another one with --port, or 0 for any',
    cause,
  });
}

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}
