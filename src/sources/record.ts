import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { knownDate } from './known-date.ts';
import { newDraft } from './new-draft.ts';
import { emptyInput } from './text.ts';

const OPTIONAL = ['id', 'title', 'url', 'source', 'author', 'publishedAt', 'modifiedAt', 'language'] as const;

/**
 * One parsed record of JSON Lines, `{ text, id?, title?, url?, source?, author?, publishedAt?, modifiedAt?, language? }`,
 * as a draft whose text is the record's, character for character. Null stands for absent; other keys are ignored.
 * @throws InputError SOURCE_BAD_RECORD, SOURCE_BAD_DATE, SOURCE_EMPTY
 */
export function record(value: unknown, place: string): Draft {
  if (!isObject(value)) throw badRecord(`the record is ${typeName(value)}, not an object`, place);
  const text = stringAt(value, 'text', place);
  if (text === null) throw badRecord('text: is missing', place);
  if (text.trim() === '') throw emptyInput(place);
  const known = Object.fromEntries(OPTIONAL.map((key) => [key, stringAt(value, key, place)]));
  return newDraft(place, text, {
    ...known,
    publishedAt: knownDate([known.publishedAt], place),
    modifiedAt: knownDate([known.modifiedAt], place),
  });
}

/** The error for a record that is not as it should be; the message names the key. */
export function badRecord(message: string, place: string, cause?: unknown): InputError {
  return new InputError('SOURCE_BAD_RECORD', message, { place, hint: 'correct or remove this record', cause });
}

function stringAt(value: JsonObject, key: string, place: string): string | null {
  const found = value[key];
  if (found === null || found === undefined) return null;
  if (typeof found !== 'string') throw badRecord(`${key}: is ${typeName(found)}, not a string`, place);
  // Half a character cannot be written to a file or a store, and would not be the same when it is read again.
  if (/\p{Surrogate}/u.test(found)) throw badRecord(`${key}: holds half of a surrogate pair`, place);
  return found;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
