import { Command, Option } from 'commander';
import { createApp, type Draft, drafts } from '../../app.ts';
import { InputError } from '../../errors.ts';
import { FORMATS, givenOf, type InputFlags, sourceOptions, withInputs } from './input-options.ts';
import { reportRefused } from './report.ts';
import { written } from './written.ts';

interface AnnotateFlags extends Omit<InputFlags, 'input'> {
  readonly input?: InputFlags['input'] | 'conllu';
}

/** A treebank is larger than an article. */
const TREEBANK_BYTES = 256 * 1024 * 1024;

/** `dateline annotate`: words, sentences, tags and trees as CoNLL-U, to standard output. */
export function annotateCommand(): Command {
  return withInputs(new Command('annotate'), [...FORMATS, 'conllu'])
    .description('print words, sentences, tags and trees of articles')
    .addOption(new Option('--format <name>', 'form of the output').choices(['conllu']).default('conllu'))
    .addHelpText(
      'after',
      `
Prints CoNLL-U (universaldependencies.org/format.html); no publication date is needed.
With --input conllu the sentences and words of the file are kept.

Examples:
  $ dateline annotate --format conllu story.txt > story.conllu
  $ dateline annotate --input conllu gold.conllu > predicted.conllu`,
    )
    .action(annotate);
}

async function annotate(inputs: string[], { input, ...flags }: AnnotateFlags): Promise<void> {
  const app = await createApp();
  const given = givenOf(flags);
  const options =
    input === 'conllu'
      ? { ...sourceOptions({ ...flags, input: 'text' }), maxBytes: TREEBANK_BYTES }
      : sourceOptions({ ...flags, ...(input && { input }) });
  const print = (draft: Draft) =>
    input === 'conllu' ? app.conlluOfGiven(draft.text, draft.place) : app.conllu(draft, given());
  const results = app.inOrder(drafts(inputs, options), async (draft) => {
    try {
      return draft instanceof InputError ? draft : await print(draft);
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
  });
  for await (const result of results) {
    if (result instanceof InputError) reportRefused(result, result.place ?? '');
    else await written(result);
  }
}
