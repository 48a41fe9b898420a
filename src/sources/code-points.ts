/** Compares two strings by code point (JavaScript's `<` compares UTF-16 code units, which differs above U+FFFF). */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
