import { Command } from 'commander';
import { createApp, drafts, readAll } from '../../app.ts';
import { givenOf, type InputFlags, sourceOptions, withInputs } from './input-options.ts';
import { reportRefused } from './report.ts';
import { viewOf } from './view.ts';
import { written } from './written.ts';

interface ExtractFlags extends InputFlags {
  readonly view?: boolean;
  readonly json?: boolean;
  readonly pretty?: boolean;
}

/** `dateline extract`: what each article says, to standard output; nothing is kept. */
export function extractCommand(): Command {
  return withInputs(new Command('extract'))
    .description('print what articles say, without keeping it')
    .option('--view', 'for reading: the article with who, saying and said in colour, and who said what (the default)')
    .option('--json', 'JSON, one article a line, in input order (schema/extraction.schema.json)')
    .option('--pretty', 'JSON, indented for reading')
    .addHelpText(
      'after',
      `
Examples:
  $ dateline extract story.html
  $ dateline extract story.txt --published 2022-01-10 --pretty
  $ cat stories.jsonl | dateline extract - --input jsonl --json > extractions.jsonl`,
    )
    .action(extract);
}

async function extract(inputs: string[], flags: ExtractFlags): Promise<void> {
  const app = await createApp();
  const kit = app.readingKit(givenOf(flags));
  for await (const read of readAll(drafts(inputs, sourceOptions(flags)), kit)) {
    if ('error' in read) reportRefused(read.error, read.place);
    else if (!flags.view && flags.pretty) await written(`${JSON.stringify(read.extraction, null, 2)}\n`);
    else if (!flags.view && flags.json) await written(`${JSON.stringify(read.extraction)}\n`);
    else await written(`${viewOf(read.extraction, process.stdout.columns)}\n`);
  }
}
