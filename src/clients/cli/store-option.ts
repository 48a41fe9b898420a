import type { Command } from 'commander';
import { readConfig } from '../../config.ts';

/** Adds `--store` to a command that touches a graph. */
export function withStore(command: Command): Command {
  return command.option(
    '--store <address>',
    'the graph: a file, made where there is none, or neo4j://HOST (env: DATELINE_STORE)',
    readConfig().store,
  );
}
