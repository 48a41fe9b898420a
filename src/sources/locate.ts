import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';
import { InputError } from '../errors.ts';
import { checkedUrl } from './checked-url.ts';
import { byCodePoint } from './code-points.ts';
import { codeOf, inputError } from './input-error.ts';
import { listFolder } from './list-folder.ts';
import { type Settings, type SourceOptions, settingsOf } from './options.ts';
import { withoutCredentials } from './without-credentials.ts';

/** One input found, not yet opened. */
export interface Located {
  /** A path as it was reached, a URL, or `stdin`. */
  readonly place: string;
  readonly kind: 'file' | 'url' | 'stdin';
  /** Its bytes. Throws while iterated: InputError for URLs and stdin, a system error for files. */
  open(): AsyncIterable<Uint8Array>;
  /** Bytes of a regular file; null where only reading tells. */
  readonly size: number | null;
}

/**
 * Finds what the inputs name, in their order and one at a time: files, folders (recursively, in code point order,
 * without hidden files and files that no format knows by extension), globs where no file has that very name, `-` for
 * stdin, http and https URLs. What cannot be found is yielded as an InputError in its place.
 */
export async function* locate(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Located | InputError> {
  const settings = settingsOf(options);
  for (const input of inputs) {
    if (input === '-') yield stdin(settings);
    else if (/^https?:\/\//i.test(input)) yield page(input, settings);
    else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) yield unsupportedScheme(input);
    else yield* files(input);
  }
}

async function* files(input: string): AsyncGenerator<Located | InputError> {
  try {
    const found = await stat(input);
    if (found.isDirectory()) {
      for await (const path of listFolder(input)) yield path instanceof InputError ? path : await file(path);
    } else {
      yield await file(input);
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' && isDynamicPattern(input)) yield* matches(input);
    else yield inputError(thrown, input);
  }
}

async function* matches(pattern: string): AsyncGenerator<Located | InputError> {
  const paths = await glob(pattern, { onlyFiles: true, expandDirectories: false, followSymbolicLinks: false });
  if (paths.length === 0) {
    const hint = `check the path, or quote a name with brackets as ${escapePath(pattern)}`;
    yield new InputError('SOURCE_NOT_FOUND', 'no file matches the pattern', { place: pattern, hint });
  }
  for (const path of paths.sort(byCodePoint)) yield await file(path);
}

async function file(path: string): Promise<Located | InputError> {
  try {
    const found = await stat(path);
    return { place: path, kind: 'file', open: () => createReadStream(path), size: found.isFile() ? found.size : null };
  } catch (thrown) {
    return inputError(thrown, path);
  }
}

function page(url: string, settings: Settings): Located | InputError {
  const place = withoutCredentials(url);
  try {
    checkedUrl(url, { place, allowPrivate: settings.allowPrivate });
  } catch (thrown) {
    return inputError(thrown, place);
  }
  async function* open(): AsyncGenerator<Uint8Array> {
    const { fetchPage } = await import('./fetch-page.ts');
    yield (await fetchPage(url, settings)).bytes;
  }
  return { place, kind: 'url', open, size: null };
}

function stdin({ stdin }: Settings): Located {
  async function* open(): AsyncGenerator<Uint8Array> {
    if (stdin === null) {
      throw new InputError('SOURCE_NOT_READABLE', 'there is no standard input here', {
        place: 'stdin',
        hint: 'name a file or a URL',
      });
    }
    yield* stdin;
  }
  return { place: 'stdin', kind: 'stdin', open, size: null };
}

function unsupportedScheme(input: string): InputError {
  const scheme = input.slice(0, input.indexOf(':'));
  return new InputError('SOURCE_UNSUPPORTED', `${scheme} addresses cannot be read`, {
    place: withoutCredentials(input),
    hint: scheme.toLowerCase() === 'file' ? 'give the path without file://' : 'give a file, or an http or https URL',
  });
}
