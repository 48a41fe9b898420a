import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { newDraft } from './new-draft.ts';
import type { Settings } from './options.ts';
import type { Input } from './reader.ts';

/**
 * Plain text: one article, character for character, about which nothing else is known.
 * @throws InputError SOURCE_EMPTY, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_TOO_LARGE
 */
export async function* text(input: Input, { maxBytes }: Settings): AsyncGenerator<Draft> {
  const { place, charset, url } = input;
  const content = decode(await collect(input.bytes, { maxBytes, place }), { place, charset, declares: 'nothing' });
  if (content.trim() === '') throw emptyInput(place);
  yield newDraft(place, content, { url });
}

/** The error for an input in which there is nothing to read. */
export function emptyInput(place: string): InputError {
  return new InputError('SOURCE_EMPTY', 'there is no text in it', {
    place,
    hint: 'check that it was saved completely',
  });
}
