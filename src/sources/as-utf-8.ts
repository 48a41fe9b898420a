import { TextDecoder } from 'node:util';
import { InputError } from '../errors.ts';
import { peek } from './peek.ts';
import { utf16Of } from './utf-16.ts';

/**
 * The same text as a stream of UTF-8 without byte order mark, if it is UTF-16; UTF-8 passes through as it is.
 * Throws SOURCE_ENCODING while iterated where UTF-16 is broken.
 */
export async function* asUtf8(stream: AsyncIterable<Uint8Array>, place: string): AsyncGenerator<Uint8Array> {
  const { head, bytes } = await peek(stream, 1024);
  const utf16 = utf16Of(head);
  let skip = utf16 ? utf16.start : head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const decoder = utf16 && new TextDecoder(utf16.label, { fatal: true, ignoreBOM: true });
  for await (const chunk of bytes) {
    const rest = chunk.subarray(skip);
    skip -= chunk.byteLength - rest.byteLength;
    yield decoder ? Buffer.from(decoded(decoder, place, rest), 'utf8') : rest;
  }
  if (decoder) yield Buffer.from(decoded(decoder, place), 'utf8');
}

function decoded(decoder: TextDecoder, place: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    const hint = 'save it as UTF-8';
    throw new InputError('SOURCE_ENCODING', `not valid ${decoder.encoding}`, { place, hint, cause });
  }
}
