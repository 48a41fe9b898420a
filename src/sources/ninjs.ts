import type { Draft } from '../document/document.ts';
import type { InputError } from '../errors.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { inputError } from './input-error.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { ninjsItem } from './ninjs-item.ts';
import type { Settings } from './options.ts';
import type { Input } from './reader.ts';
import { badRecord } from './record.ts';
import { emptyInput } from './text.ts';

/** Keys under which services wrap a list of items. */
const WRAPPERS = ['items', 'results', '_items', 'newsItems', 'data'];

/**
 * IPTC ninjs, 1.x and 2.x: one item, a list of them, or an object that wraps such a list. An item that cannot be read
 * is yielded as an error at `place#number`, counted from 1.
 * @throws InputError SOURCE_BAD_RECORD, SOURCE_EMPTY, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_TOO_LARGE
 */
export async function* ninjs(input: Input, { maxBytes }: Settings): AsyncGenerator<Draft | InputError> {
  const { place, charset } = input;
  const content = decode(await collect(input.bytes, { maxBytes, place }), { place, charset, declares: 'nothing' });
  if (content.trim() === '') throw emptyInput(place);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw badRecord('it is not JSON', place, cause);
  }
  yield* ninjsDrafts(value, place);
}

/** The articles of parsed ninjs. Throws SOURCE_EMPTY where a list has no items. */
export function* ninjsDrafts(value: unknown, place: string): Generator<Draft | InputError> {
  const list = listIn(value);
  if (list?.length === 0) throw emptyInput(place);
  for (const [at, item] of (list ?? [value]).entries()) {
    const itemPlace = list ? `${place}#${at + 1}` : place;
    try {
      yield ninjsItem(item, itemPlace);
    } catch (thrown) {
      yield inputError(thrown, itemPlace);
    }
  }
}

/** True for one ninjs item, and for a list or wrapper whose first item is one. */
export function isNinjs(value: unknown): boolean {
  const item = listIn(value)?.[0] ?? value;
  return isObject(item) && (typeof item.uri === 'string' || Array.isArray(item.bodies)) && !('text' in item);
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || 'uri' in value) return null;
  return WRAPPERS.map((key) => (value as JsonObject)[key]).find((list) => Array.isArray(list)) ?? null;
}
