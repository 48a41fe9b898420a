import type { Command } from 'commander';

/** Adds who decides and why to a command that writes into the log of decisions. */
export function withBy(command: Command): Command {
  return command.option('--by <name>', 'who decides', 'curator').option('--why <text>', 'the reason, for the log');
}
