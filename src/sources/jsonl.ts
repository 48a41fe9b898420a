import { isUtf8 } from 'node:buffer';
import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { asUtf8 } from './as-utf-8.ts';
import { binaryKind } from './binary.ts';
import { tooLarge } from './collect.ts';
import { inputError } from './input-error.ts';
import { invalidAt } from './invalid-at.ts';
import { type Line, lines } from './lines.ts';
import type { Settings } from './options.ts';
import { peek } from './peek.ts';
import type { Input } from './reader.ts';
import { badRecord, record } from './record.ts';
import { emptyInput } from './text.ts';

/**
 * JSON Lines: one record (see record.ts) a line, in UTF-8 or UTF-16, of any length in all and `maxBytes` a line. Blank
 * lines are passed over; a bad line is yielded as an error at `place:line`, and the next one is read.
 * @throws InputError SOURCE_EMPTY, SOURCE_BINARY, SOURCE_ENCODING
 */
export async function* jsonl(input: Input, { maxBytes }: Settings): AsyncGenerator<Draft | InputError> {
  const { head, bytes } = await peek(input.bytes, 1024);
  const binary = binaryKind(head);
  if (binary !== null) {
    const hint = 'convert it to JSON Lines first';
    throw new InputError('SOURCE_BINARY', `it is ${binary}, not text`, { place: input.place, hint });
  }
  let empty = true;
  for await (const line of lines(asUtf8(bytes, input.place), maxBytes)) {
    if (line.bytes !== null && isBlank(line.bytes)) continue;
    empty = false;
    const place = `${input.place}:${line.number}`;
    try {
      yield readLine(line, { place, maxBytes });
    } catch (thrown) {
      yield inputError(thrown, place);
    }
  }
  if (empty) throw emptyInput(input.place);
}

function readLine({ bytes }: Line, { place, maxBytes }: { place: string; maxBytes: number }): Draft {
  if (bytes === null) throw tooLarge(maxBytes, place);
  // JSON is UTF-8: another encoding would be a guess, and quietly wrong.
  if (!isUtf8(bytes)) {
    const message = `not valid utf-8: byte ${invalidAt(bytes, 'utf-8')} of the line cannot be read`;
    throw new InputError('SOURCE_ENCODING', message, { place, hint: 'save it as UTF-8' });
  }
  return record(parse(Buffer.from(bytes).toString('utf8'), place), place);
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const cut = line.trimStart().startsWith('{') && !line.trimEnd().endsWith('}');
    throw badRecord(cut ? 'the line ends within its record' : 'the line is not JSON', place, cause);
  }
}

/** Spaces, tabs and carriage returns only. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
