import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { InputError } from '../errors.ts';
import { binaryKind, looksBinary } from './binary.ts';
import { type Declares, declaredCharset } from './declared-charset.ts';
import { invalidAt } from './invalid-at.ts';
import { utf16Of } from './utf-16.ts';
import { windows1252 } from './windows-1252.ts';

export interface Encoded {
  readonly place: string;
  /** The charset that the transport named; wins over what the content declares. */
  readonly charset: string | null;
  readonly declares: Declares;
}

/**
 * Decodes text, which keeps every character but a byte order mark. The encoding is told by, in this order: byte order
 * mark, NULs in the pattern of UTF-16, the declared charset; else it is UTF-8 if it is valid as that, else windows-1252.
 * @throws InputError SOURCE_ENCODING for an unknown charset and for bytes that the declared one does not allow;
 *   SOURCE_BINARY for what is no text
 */
export function decode(bytes: Uint8Array, { place, charset, declares }: Encoded): string {
  const binary = binaryKind(bytes);
  if (binary) throw notText(`it is ${binary}, not text`, place);
  const text = decodeAs(bytes, { place, charset, declares });
  if (looksBinary(text)) throw notText('it is binary data, not text', place);
  return text;
}

function decodeAs(bytes: Uint8Array, { place, charset, declares }: Encoded): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return strict(bytes, 3, 'utf-8', place);
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw unknownCharset('utf-32', place);
  }
  const utf16 = utf16Of(bytes);
  if (utf16) return strict(bytes, utf16.start, utf16.label, place);
  const declared = charset ?? declaredCharset(bytes, declares);
  if (declared !== null) return strict(bytes, 0, declared, place);
  return isUtf8(bytes) ? strict(bytes, 0, 'utf-8', place) : windows1252(bytes);
}

function strict(bytes: Uint8Array, start: number, label: string, place: string): string {
  const decoder = decoderOf(label, place);
  // Every byte means something in windows-1252, and Node's decoder for it is wrong: see there.
  if (decoder.encoding === 'windows-1252') return windows1252(bytes);
  const body = bytes.subarray(start);
  try {
    return decoder.decode(body);
  } catch (cause) {
    const at = start + invalidAt(body, label);
    throw new InputError('SOURCE_ENCODING', `not valid ${decoder.encoding}: byte ${at} cannot be read`, {
      place,
      hint: 'save it as UTF-8, or correct the charset that it declares',
      cause,
    });
  }
}

function decoderOf(label: string, place: string): TextDecoder {
  try {
    // The byte order mark was taken off before; a second one is text.
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    throw unknownCharset(label, place);
  }
}

function unknownCharset(label: string, place: string): InputError {
  return new InputError('SOURCE_ENCODING', `the charset "${label.slice(0, 40)}" is not known`, {
    place,
    hint: 'save it as UTF-8 and declare that',
  });
}

function notText(message: string, place: string): InputError {
  return new InputError('SOURCE_BINARY', message, { place, hint: 'convert it to text or HTML first' });
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
