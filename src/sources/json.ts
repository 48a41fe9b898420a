import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { feedDrafts } from './feed.ts';
import { inputError } from './input-error.ts';
import { isObject, listOf } from './json-value.ts';
import { jsonl } from './jsonl.ts';
import { isNinjs, ninjsDrafts } from './ninjs.ts';
import { once } from './once.ts';
import type { Settings } from './options.ts';
import { peek } from './peek.ts';
import type { Input } from './reader.ts';
import { badRecord, record } from './record.ts';
import { emptyInput } from './text.ts';

/**
 * JSON whose format only its keys tell: ninjs, JSON Feed, one record or a list of records as JSON Lines has them, or
 * JSON Lines under another name. What is larger than one article may be can only be JSON Lines and is read as such.
 * @throws InputError SOURCE_BAD_RECORD, SOURCE_EMPTY, SOURCE_BINARY, SOURCE_ENCODING, SOURCE_BAD_FEED
 */
export async function* json(input: Input, settings: Settings): AsyncGenerator<Draft | InputError> {
  const { maxBytes } = settings;
  const { place, charset, url } = input;
  const { head, bytes } = await peek(input.bytes, maxBytes + 1);
  if (head.byteLength > maxBytes) {
    yield* jsonl({ ...input, bytes }, settings);
    return;
  }
  const whole = await collect(bytes, { maxBytes, place });
  const content = decode(whole, { place, charset, declares: 'nothing' });
  if (content.trim() === '') throw emptyInput(place);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    if (!/^\s*\{.*\}[ \t\r]*\n/.test(content)) throw badRecord('it is not JSON', place, cause);
    yield* jsonl({ ...input, bytes: once(whole) }, settings);
    return;
  }
  if (isJsonFeed(value)) yield* feedDrafts(content, { place, url }, settings);
  else if (isNinjs(value)) yield* ninjsDrafts(value, place);
  else yield* records(value, place);
}

function* records(value: unknown, place: string): Generator<Draft | InputError> {
  const list = Array.isArray(value) ? value : null;
  if (list?.length === 0) throw emptyInput(place);
  if (!listOf(value).some((item) => isObject(item) && 'text' in item)) {
    throw new InputError('SOURCE_UNSUPPORTED', 'JSON of a kind that is not known: no text, no uri, no feed version', {
      place,
      hint: 'give objects with a text, IPTC ninjs, or a JSON Feed',
    });
  }
  for (const [at, item] of listOf(value).entries()) {
    const itemPlace = list ? `${place}#${at + 1}` : place;
    try {
      yield record(item, itemPlace);
    } catch (thrown) {
      yield inputError(thrown, itemPlace);
    }
  }
}

function isJsonFeed(value: unknown): boolean {
  return isObject(value) && /^https?:\/\/jsonfeed\.org\//.test(String(value.version)) && Array.isArray(value.items);
}
