import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { formatOf } from './format-of.ts';
import { formatNamed } from './formats.ts';
import { inputError } from './input-error.ts';
import { type Located, locate } from './locate.ts';
import { once } from './once.ts';
import { type Settings, type SourceOptions, settingsOf } from './options.ts';
import { peek } from './peek.ts';

/** Bytes that the format is told by. */
const HEAD = 4096;

/**
 * Every article that the inputs lead to (see `locate`), in their order and one at a time. What cannot be read is
 * yielded as an InputError in its place, with code, place and hint, and the rest goes on; it never throws for an input.
 */
export async function* drafts(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Draft | InputError> {
  const settings = settingsOf(options);
  for await (const located of locate(inputs, options)) {
    if (located instanceof InputError) {
      yield located;
      continue;
    }
    try {
      yield* read(located, settings, options.onBytes);
    } catch (thrown) {
      yield inputError(thrown, located.place);
    }
  }
}

async function* read(
  located: Located,
  settings: Settings,
  onBytes: SourceOptions['onBytes'],
): AsyncGenerator<Draft | InputError> {
  const { place } = located;
  const { url, type, charset, stream } = await open(located, settings);
  const { head, bytes } = await peek(counted(stream, onBytes), HEAD);
  const path = located.kind === 'stdin' ? null : url === null ? place : new URL(url).pathname;
  const format = settings.format ? formatNamed(settings.format) : formatOf({ place, path, type, head });
  yield* format.read({ place, url, charset, bytes }, settings);
}

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onBytes: SourceOptions['onBytes'],
): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream) {
    onBytes?.(bytes.length);
    yield bytes;
  }
}

interface Opened {
  readonly url: string | null;
  readonly type: string | null;
  readonly charset: string | null;
  readonly stream: AsyncIterable<Uint8Array>;
}

async function open(located: Located, settings: Settings): Promise<Opened> {
  if (located.kind !== 'url') return { url: null, type: null, charset: null, stream: located.open() };
  // Loaded here: most runs fetch nothing.
  const { fetchPage } = await import('./fetch-page.ts');
  const { bytes, ...page } = await fetchPage(located.place, settings);
  return { ...page, stream: once(bytes) };
}
