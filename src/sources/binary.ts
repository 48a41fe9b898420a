/** First bytes, as Latin-1, of files that are no text. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['%!PS', 'PostScript'],
  ['{\\rtf', 'RTF'],
  ['PK\x03\x04', 'a zip archive or office document'],
  ['\xd0\xcf\x11\xe0', 'an office document'],
  ['\x1f\x8b', 'gzip data'],
  ['\xfd7zXZ', 'xz data'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!\x1a', 'a rar archive'],
  ['\x89PNG', 'a PNG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['OggS', 'sound or video'],
  ['\x7fELF', 'a program'],
];
/** Old wire formats put a few control characters around their text; a file with more of them is not text. */
const MOST_CONTROLS = 0.02;
const FEW = 4;

/** What kind of data the first bytes are ("a PDF"), or null if they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

/** True if decoded text holds NUL, or more control characters than text does. */
export function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    if (isControl(unit)) controls++;
  }
  return controls > Math.max(FEW, text.length * MOST_CONTROLS);
}

/** Tab, line ends, form feed, next line (U+0085) and escape (terminal colours) are found in text. */
function isControl(unit: number): boolean {
  if (unit < 0x20) return !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b;
  return unit >= 0x7f && unit <= 0x9f && unit !== 0x85;
}
