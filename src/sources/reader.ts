import type { Draft } from '../document/document.ts';
import type { InputError } from '../errors.ts';
import type { Settings } from './options.ts';

/** One opened input: its bytes and what its surroundings say of them. */
export interface Input {
  /** A file, a URL or `stdin`, for messages. */
  readonly place: string;
  /** Where the bytes came from after redirects; null unless they came from the web. */
  readonly url: string | null;
  /** The charset that the server named. */
  readonly charset: string | null;
  /** Can be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Reads one format. It yields an article or an error for each item it finds, in the order of the input, and throws an
 * InputError when the input as a whole cannot be read.
 */
export type Reader = (input: Input, settings: Settings) => AsyncGenerator<Draft | InputError>;
