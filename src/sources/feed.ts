import { type AnyFeed, parseFeed } from 'feedsmith';
import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { type Entry, feedEntries } from './feed-entries.ts';
import { feedEntry } from './feed-entry.ts';
import { inputError } from './input-error.ts';
import type { Settings } from './options.ts';
import type { Input } from './reader.ts';
import { emptyInput } from './text.ts';

/**
 * RSS, Atom, RDF and JSON Feed. Each entry with its full text is an article; one without is fetched if the settings
 * say so, else yielded as SOURCE_SUMMARY_ONLY. An entry that cannot be read is an error at `place#number`, counted
 * from 1, and the next one is read.
 * @throws InputError SOURCE_BAD_FEED, SOURCE_EMPTY, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_TOO_LARGE
 */
export async function* feed(input: Input, settings: Settings): AsyncGenerator<Draft | InputError> {
  const { place, url, charset } = input;
  const bytes = await collect(input.bytes, { maxBytes: settings.maxBytes, place });
  yield* feedDrafts(decode(bytes, { place, charset, declares: 'xml' }), { place, url }, settings);
}

/** Reads a decoded feed. Throws SOURCE_BAD_FEED and SOURCE_EMPTY. */
export async function* feedDrafts(
  content: string,
  { place, url }: Pick<Input, 'place' | 'url'>,
  settings: Settings,
): AsyncGenerator<Draft | InputError> {
  if (content.trim() === '') throw emptyInput(place);
  const entries = parsedEntries(content, { place, url });
  if (entries.length === 0) throw emptyInput(place);
  for (const [at, entry] of entries.entries()) {
    const entryPlace = `${place}#${at + 1}`;
    try {
      yield await feedEntry(entry, entryPlace, settings);
    } catch (thrown) {
      yield inputError(thrown, entryPlace);
    }
  }
}

function parsedEntries(content: string, { place, url }: Pick<Input, 'place' | 'url'>): Entry[] {
  let parsed: AnyFeed<string>;
  try {
    parsed = parseFeed<string>(content);
  } catch (cause) {
    throw new InputError('SOURCE_BAD_FEED', 'it is not a complete RSS, Atom, RDF or JSON feed', {
      place,
      hint: 'check that it was saved completely, or name its format with --format',
      cause,
    });
  }
  return feedEntries(parsed, url);
}
