import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { InputError } from '../errors.ts';

/**
 * A response's bytes as they were before compression. Lazy: how far it is read decides how much is decompressed.
 * @throws InputError SOURCE_UNSUPPORTED for an encoding that was not asked for
 */
export function decompressed(
  body: Readable,
  encoding: string | string[] | undefined,
  place: string,
): AsyncIterable<Uint8Array> {
  const name = String(encoding ?? 'identity')
    .trim()
    .toLowerCase();
  if (name === 'identity' || name === '') return body;
  const decoder =
    name === 'gzip' || name === 'x-gzip'
      ? createGunzip()
      : name === 'deflate'
        ? createInflate()
        : name === 'br'
          ? createBrotliDecompress()
          : null;
  if (decoder === null) {
    const hint = 'save the page from a browser, and give the file';
    throw new InputError('SOURCE_UNSUPPORTED', `the server sent content encoding "${name}"`, { place, hint });
  }
  // Errors of either stream come out where the decoder is read.
  return pipeline(body, decoder, () => {});
}
