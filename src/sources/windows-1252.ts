/** What the bytes 80 to 9F stand for. The five that stand for nothing become control characters (WHATWG). */
const UPPER_CONTROLS =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/**
 * Decodes windows-1252, as which the web reads Latin-1 and ASCII too. Never fails. Node's own decoder reads Latin-1
 * in several releases (20.20 among them), which turns curly quotes into control characters.
 */
export function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (unit) => UPPER_CONTROLS[unit.charCodeAt(0) - 0x80] as string);
}
