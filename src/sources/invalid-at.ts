import { TextDecoder } from 'node:util';

/**
 * Offset of the byte at which a decoder first gives up on bytes that are invalid in an encoding; their length if only
 * their end is missing. Halves the stretch to search, so it decodes the bytes about twice in all.
 */
export function invalidAt(bytes: Uint8Array, label: string): number {
  let valid = 0;
  let invalid = bytes.byteLength + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (decodes(bytes.subarray(0, middle), label)) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** `stream` forgives a character that is cut off at the end. */
function decodes(prefix: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}
