import { Command, CommanderError } from 'commander';
import { RELEASE } from '../../config.ts';
import { annotateCommand } from './annotate.ts';
import { decideCommand } from './decide.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { importCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { EXIT, reportFatal } from './report.ts';
import { retractCommand } from './retract.ts';
import { serveCommand } from './serve.ts';
import { statsCommand } from './stats.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('dateline')
  .description('News articles to a graph of who did what, where and when, and who said what about whom.')
  .version(RELEASE)
  .configureHelp({ sortSubcommands: true })
  .exitOverride()
  .addCommand(extractCommand())
  .addCommand(ingestCommand())
  .addCommand(annotateCommand())
  .addCommand(serveCommand())
  .addCommand(verifyCommand())
  .addCommand(statsCommand())
  .addCommand(retractCommand())
  .addCommand(decideCommand())
  .addCommand(exportCommand())
  .addCommand(importCommand())
  .addHelpText(
    'after',
    `
Examples:
  $ dateline extract story.txt                   what one article says, for reading
  $ dateline extract stories.jsonl --json        the same as JSON, one article a line
  $ dateline ingest stories/ --store news.db     keep a folder of articles
  $ dateline serve --store news.db               ask them questions in GraphQL
  $ dateline verify --store news.db              check that the graph keeps its promises

Exit codes: 0 all good, 1 some articles failed, 2 wrong use.`,
  );
for (const command of program.commands) command.exitOverride();

// A reader that closes the pipe early (head) has seen enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.good);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode =
    error instanceof CommanderError ? (error.exitCode === 0 ? EXIT.good : EXIT.wrongUse) : reportFatal(error);
}
