export interface Utf16 {
  readonly label: 'utf-16le' | 'utf-16be';
  /** Where the text begins: 2 after a byte order mark, else 0. */
  readonly start: 0 | 2;
}

/** Bytes looked at for the pattern. */
const SAMPLE = 1024;

/**
 * Tells UTF-16 by its byte order mark or by its NULs: in English text nearly every second byte is one. Null: another
 * encoding, or no text.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', start: 2 };
  const sample = bytes.subarray(0, SAMPLE);
  const pairs = Math.floor(sample.byteLength / 2);
  if (pairs < 2) return null;
  const nuls = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (sample[at] === 0) nuls[at % 2]!++;
  const [even, odd] = nuls.map((count) => count / pairs) as [number, number];
  if (odd > 0.7 && even < 0.1) return { label: 'utf-16le', start: 0 };
  if (even > 0.7 && odd < 0.1) return { label: 'utf-16be', start: 0 };
  return null;
}
