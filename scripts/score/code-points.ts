/** By number of code points from the start, the UTF-16 offset; gold files count the first, the product the second. */
export function toUtf16(text: string): Uint32Array {
  const at = new Uint32Array(text.length + 1);
  let count = 0;
  let unit = 0;
  for (const char of text) {
    at[count++] = unit;
    unit += char.length;
  }
  at[count] = unit;
  return at;
}
