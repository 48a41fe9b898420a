import { InputError } from '../errors.ts';

/**
 * All bytes of a stream, which it stops reading beyond the limit.
 * @throws InputError SOURCE_TOO_LARGE
 */
export async function collect(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, place }: { readonly maxBytes: number; readonly place: string },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes, place);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The error for what is larger than one article may be. */
export function tooLarge(maxBytes: number, place: string): InputError {
  return new InputError('SOURCE_TOO_LARGE', `larger than ${maxBytes} bytes`, {
    place,
    hint: 'split it into one article each',
  });
}
