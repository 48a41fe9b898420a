import { type Command, InvalidArgumentError, Option } from 'commander';
import { type FormatName, type Given, parseDate, type SourceOptions } from '../../app.ts';
import { ConfigError } from '../../errors.ts';

/** The flags that every command which reads articles takes. */
export interface InputFlags {
  readonly published?: string;
  readonly modified?: string;
  readonly id?: string;
  readonly source?: string;
  readonly input?: FormatName;
  readonly fetch?: boolean;
  readonly allowPrivate?: boolean;
  readonly selector?: string;
}

/** Input formats by name. */
export const FORMATS: readonly FormatName[] = ['text', 'html', 'jsonl', 'feed', 'ninjs'];

/** Adds the input argument and its flags to a command. */
export function withInputs(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .argument('<input...>', 'files, folders, globs, http(s) addresses, or - for standard input')
    .option('--published <date>', 'publication date, where the input has none or a wrong one (ISO 8601)', isoDate)
    .option('--modified <date>', 'date of this version (ISO 8601)', isoDate)
    .option('--id <id>', 'id of the article (one article only)')
    .option('--source <name>', 'who published it')
    .addOption(
      new Option('--input <format>', 'read every input in this format, instead of by its name and content').choices(
        formats,
      ),
    )
    .option('--fetch', 'fetch the pages of feed entries that come without their full text')
    .option('--allow-private', 'let addresses lead into private networks')
    .option('--selector <css>', 'where the article stands in an HTML page');
}

/** What the flags say of where to read. */
export function sourceOptions({ input, fetch, allowPrivate, selector }: InputFlags): SourceOptions {
  return {
    stdin: process.stdin,
    ...(input && { format: input }),
    ...(fetch && { fetch }),
    ...(allowPrivate && { allowPrivate }),
    ...(selector && { selector }),
  };
}

/** What the flags say of the article itself; wins over its metadata. `--id` is for one article: the second is refused. */
export function givenOf({ published, modified, id, source }: InputFlags): () => Given {
  let articles = 0;
  return () => {
    if (id && ++articles > 1) {
      throw new ConfigError('ID_FOR_MANY', '--id names one article, but the input has more', {
        hint: 'leave --id out, or give ids in JSON Lines',
      });
    }
    return {
      ...(published && { publishedAt: published }),
      ...(modified && { modifiedAt: modified }),
      ...(id && { id }),
      ...(source && { source }),
    };
  };
}

function isoDate(value: string): string {
  const date = parseDate(value);
  if (!date)
    throw new InvalidArgumentError(
      'Give a day that exists, as 2022-01-10, or a time with its offset, as 2022-01-10T14:03:00Z.',
    );
  return date;
}
