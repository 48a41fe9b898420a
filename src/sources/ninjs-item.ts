import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { type Block, compose, underHeadline } from './compose.ts';
import { htmlBlocks } from './html-blocks.ts';
import { isObject, type JsonObject, listOf, wordsIn } from './json-value.ts';
import { knownDate } from './known-date.ts';
import { joinedNames, nameOf } from './names.ts';
import { newDraft } from './new-draft.ts';
import { parsePage } from './parse-page.ts';
import { plainBlocks } from './plain-blocks.ts';
import { plainText } from './plain-text.ts';
import { badRecord } from './record.ts';
import { webAddress } from './web-address.ts';

interface Body {
  readonly type: string;
  readonly value: string;
}

/**
 * One ninjs item as a draft. Of several bodies the one with marked-up paragraphs is read, else the first plain one.
 * @throws InputError SOURCE_BAD_RECORD, SOURCE_NO_BODY, SOURCE_BAD_DATE, SOURCE_TOO_COMPLEX
 */
export function ninjsItem(item: unknown, place: string): Draft {
  if (!isObject(item)) throw badRecord('the item is not an object', place);
  const id = wordsIn(item.uri);
  if (id === null) throw badRecord('uri: is missing', place);
  const title = headlineOf(item);
  const { text, blocks } = compose(underHeadline(title, bodyOf(item, place)));
  const publishedAt = knownDate([item.firstcreated, item.contentcreated, item.versioncreated].map(wordsIn), place);
  const modifiedAt = knownDate([wordsIn(item.versioncreated)], place);
  return newDraft(place, text, {
    id,
    title,
    url: addressOf(item),
    author: authorOf(item),
    source: sourceOf(item),
    publishedAt,
    // The first version of an item was not modified.
    modifiedAt: modifiedAt === publishedAt ? null : modifiedAt,
    language: wordsIn(item.language),
    blocks,
  });
}

function headlineOf(item: JsonObject): string | null {
  const headlines = listOf(item.headlines).filter(isObject);
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  const written = wordsIn(main?.value) ?? wordsIn(item.headline);
  return written && plainText(written);
}

function bodyOf(item: JsonObject, place: string): Block[] {
  const bodies = bodiesOf(item);
  const markedUp = bodies.find(isMarkedUp);
  const blocks = markedUp ? htmlBlocks(parsePage(markedUp.value, place).body) : plainBlocks(bodies[0]?.value ?? '');
  if (blocks.length > 0) return blocks;
  const type = wordsIn(item.type);
  throw new InputError('SOURCE_NO_BODY', `the item${type ? ` (${type})` : ''} has no text`, {
    place,
    hint: 'leave out items that are not articles',
  });
}

/** 2.x: `bodies`; 1.x: `body_xhtml`, `body_html`, `body_text` and further ones by the same pattern. */
function bodiesOf(item: JsonObject): Body[] {
  const listed = listOf(item.bodies)
    .filter(isObject)
    .map((body) => ({ type: wordsIn(body.contenttype) ?? wordsIn(body.role) ?? '', value: wordsIn(body.value) }));
  const keyed = Object.keys(item)
    .filter((key) => key.startsWith('body_'))
    .sort()
    .map((key) => ({ type: key, value: wordsIn(item[key]) }));
  return [...listed, ...keyed].filter((body): body is Body => body.value !== null);
}

function isMarkedUp({ type, value }: Body): boolean {
  return (/html|nitf|richtext/i.test(type) || /^\s*</.test(value)) && /<(?:p|div|br|li|h\d)[\s/>]/i.test(value);
}

function authorOf(item: JsonObject): string | null {
  const bylines = [...listOf(item.bylines), ...listOf(item.authors)].map((by) =>
    isObject(by) ? (wordsIn(by.value) ?? wordsIn(by.byline) ?? wordsIn(by.name)) : wordsIn(by),
  );
  return joinedNames([wordsIn(item.by) ?? wordsIn(item.byline)]) ?? joinedNames(bylines);
}

/** Where readers find the item, among its other ids. */
function addressOf(item: JsonObject): string | null {
  const others = listOf(item.altids).map((other) => webAddress(wordsIn(isObject(other) ? other.value : other), null));
  return others.find((address) => address !== null) ?? null;
}

function sourceOf(item: JsonObject): string | null {
  const candidates = [item.provider, ...listOf(item.infosources), item.source, item.copyrightholder];
  const names = candidates.map((from) =>
    isObject(from) ? (wordsIn(from.name) ?? wordsIn(from.literal)) : wordsIn(from),
  );
  const first = names.find((name) => name !== null);
  return first ? nameOf(first) : null;
}
