import { Command } from 'commander';
import { createApp, drafts } from '../../app.ts';
import { InputError } from '../../errors.ts';
import { givenOf, type InputFlags, sourceOptions, withInputs } from './input-options.ts';
import { describe, EXIT } from './report.ts';
import { viewOf } from './view.ts';
import { written } from './written.ts';

interface ExtractFlags extends InputFlags {
  readonly json?: boolean;
  readonly pretty?: boolean;
}

/** `dateline extract`: what each article says, to standard output; nothing is kept. */
export function extractCommand(): Command {
  return withInputs(new Command('extract'))
    .description('print what articles say, without keeping it')
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
  const given = givenOf(flags);
  for await (const draft of drafts(inputs, sourceOptions(flags))) {
    try {
      if (draft instanceof InputError) throw draft;
      const extraction = await app.extract(draft, given());
      const words = flags.pretty
        ? JSON.stringify(extraction, null, 2)
        : flags.json
          ? JSON.stringify(extraction)
          : viewOf(extraction);
      await written(`${words}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      console.error(`dateline: ${describe(error)}`);
      process.exitCode = EXIT.someFailed;
    }
  }
}
