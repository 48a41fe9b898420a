import type { Appearance, EventSignature } from '../knowledge/appearance.ts';
import type { Entity, Event, Extraction } from '../knowledge/extraction.ts';
import { foldedName, longestName, personName, placeName } from './names.ts';
import { overlap } from './overlap.ts';
import { STORY_KEYS, STORY_SHARED } from './story.ts';
import type { Wording } from './wording.ts';

/** By so many where its place and its party tell nearly enough. */
const FEW_KEYS = 1;
const UNDECIDED = { same: [], different: [], named: null, pin: null };
/** An event that may have been on any of more days than these is no anchor. */
const MOST_DAYS = 7;
const DAY_MS = 86_400_000;
/** Days from the year 1 to 1970. */
const DAYS_BEFORE = 719_162;

/**
 * Every event of an article with what tells which one it is. An anchor has a day, or a week at most, and a place or a named
 * party; one with a day and less than that looks for an anchor of that day.
 */
export function eventAppearances(extraction: Extraction, story: readonly string[], wording: Wording): Appearance[] {
  return extraction.events.map((event) => {
    const signature = signatureOf(event, extraction, story, wording);
    const keys = wording.isPlainSaying(event.lemma) ? [] : eventKeys(signature);
    return isAnchor(signature)
      ? { local: event.id, signature, keys, reach: [], called: null }
      : { local: event.id, signature, keys: [], reach: keys, called: null };
  });
}

/** Whether it is told with enough for others to be known by it. */
export function isAnchor({ places, earliest, latest }: EventSignature): boolean {
  return places.length > 0 || earliest === latest;
}

/** A day in four characters that sort as days do; the same for all that have none. */
export function dayMark(day: string | null): string {
  const days = day === null ? 0 : Math.round(Date.parse(day) / DAY_MS) + DAYS_BEFORE;
  return Math.min(Math.max(days || 0, 0), 36 ** 4 - 1)
    .toString(36)
    .padStart(4, '0');
}

/**
 * Where it is found: its kind and each day it may have been on, with each place and each named party; and its word on its one
 * day, with what its article is about, which counts for less where it has a place and a party.
 */
export function eventKeys(signature: EventSignature): string[] {
  const marks = [...signature.places.map((place) => `@${place}`), ...named(signature).map((name) => `~${name}`)];
  const keys = daysOf(signature).flatMap((day) => marks.map((mark) => `${kindOf(signature)} ${day} ${mark}`));
  const { word, earliest, latest, story } = signature;
  const most = signature.places.length > 0 && signature.actors.length > 0 ? FEW_KEYS : STORY_KEYS;
  const isOfDay = earliest !== null && earliest === latest;
  const told = isOfDay ? story.slice(0, most).map((about) => `${word} ${earliest} #${about}`) : [];
  return [...new Set([...keys, ...told])].sort();
}

/** What is of no PLOVER type is told apart by its word: an eclipse is no landslide. */
function kindOf({ type, word }: EventSignature): string {
  return type === 'OTHER' ? `OTHER ${word}` : type;
}

function signatureOf(event: Event, extraction: Extraction, story: readonly string[], wording: Wording): EventSignature {
  const { entities, times } = extraction;
  const time = times.find(({ id }) => id === event.time);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const parties = event.participants.flatMap(({ entity, role }) => {
    const found = byId.get(entity);
    const name = found && nameOf(found);
    return name ? [`${role === 'actor' ? 'a' : 'r'}:${name}`] : [];
  });
  const places = placesOf(event, extraction, byId);
  return {
    kind: 'event',
    type: event.type,
    word: wording.wordOf(event.lemma, event.rule.startsWith('noun')),
    mode: event.mode,
    earliest: time?.earliest ?? null,
    latest: time?.latest ?? null,
    places,
    country: byId.get(event.place ?? '')?.country?.code ?? null,
    actors: [...new Set(parties)].sort(),
    story,
    ...UNDECIDED,
  };
}

/** The place and what the article says it is part of, narrow to wide; a country only where nothing narrower is known. */
function placesOf({ place }: Event, { relations }: Extraction, byId: ReadonlyMap<string, Entity>): string[] {
  const found: string[] = [];
  for (let at = place; at !== null && found.length < 4; ) {
    const entity = byId.get(at);
    const name = entity && placeKey(entity);
    if (!name || found.includes(name)) break;
    if (found.length === 0 || !entity.gazetteer?.startsWith('country:')) found.push(name);
    at = relations.find(({ type, from, negated }) => type === 'PART_OF' && from === at && !negated)?.to ?? null;
  }
  return found;
}

function placeKey({ aliases, gazetteer }: Entity): string | null {
  return gazetteer ?? (aliases[0] ? placeName(foldedName(aliases[0].name)).own : null);
}

/** The name that an article's entity is known by elsewhere too; null for the unnamed. */
function nameOf({ type, aliases, gazetteer }: Entity): string | null {
  if (gazetteer) return gazetteer;
  if (type === 'Group') return null;
  const longest = longestName(aliases);
  return type === 'Person' && longest ? (personName(longest)?.key ?? null) : longest;
}

/** Parties by name, whatever their role. */
function named({ actors }: EventSignature): string[] {
  return [...new Set(actors.map((one) => one.slice(2)))];
}

/** The days it may have been on, at most a week of them; none if they are unknown or more. */
function daysOf({ earliest, latest }: EventSignature): string[] {
  if (!earliest || !latest) return [];
  if (earliest === latest) return [earliest];
  const [from, to] = [Date.parse(earliest), Date.parse(latest)];
  const count = Math.round((to - from) / DAY_MS) + 1;
  if (!(count >= 1 && count <= MOST_DAYS)) return [];
  return Array.from({ length: count }, (_, n) => new Date(from + n * DAY_MS).toISOString().slice(0, 10));
}

/** How surely two events are one, above 0; 0 if nothing says so, below if something speaks against it. */
export function eventScore(a: EventSignature, b: EventSignature): number {
  const isSameWord = a.word === b.word;
  if (!mayMeet(a, b) || areOtherwise(a, b, isSameWord)) return -1;
  const isSameDay = a.earliest === b.earliest && a.latest === b.latest;
  const inCommon = overlap(a.story, b.story);
  const told = isSameWord && isSameDay && inCommon >= STORY_SHARED ? inCommon : 0;
  if (lieApart(a, b, told > 0) || haveOthers(a, b, told > 0)) return -1;
  const place = overlap(a.places, b.places);
  const shared = overlap(a.actors, b.actors);
  if (shared === 0 && place === 0 && inCommon === 0 && a.story.length > 0 && b.story.length > 0) return -1;
  if (shared === 0 && (place === 0 || (a.actors.length > 0 && b.actors.length > 0))) return told;
  const isAlike = isSameWord || (a.mode !== null && a.mode === b.mode);
  if (!isAlike && shared < 2 && !(shared > 0 && place > 0)) return 0;
  if (!isSameDay && shared === 0) return 0;
  return 2 * shared + place + (isSameWord ? 1 : 0) + (isSameDay ? 1 : 0);
}

/** Whether they are of two kinds or modes. What is of no kind in one article may be of one in another, by its word. */
function areOtherwise(a: EventSignature, b: EventSignature, isSameWord: boolean): boolean {
  if (a.mode && b.mode && a.mode !== b.mode) return true;
  const isOfNoKind = a.type === 'OTHER' || b.type === 'OTHER';
  return isOfNoKind ? !isSameWord : a.type !== b.type;
}

/**
 * Whether two places are not one, nor one within the other: of what no gazetteer knows, a known place may be the whole, and
 * in what two articles tell of one thing a hall and its street are hardly two places.
 */
function lieApart(a: EventSignature, b: EventSignature, isTold: boolean): boolean {
  const [x, y] = [a.places[0], b.places[0]];
  if (!x || !y || overlap(a.places, b.places) > 0) return false;
  if (a.country && b.country && a.country !== b.country) return true;
  if (x === `country:${b.country}` || y === `country:${a.country}`) return false;
  return isKnown(x) === isKnown(y) && (isKnown(x) || !isTold);
}

function isKnown(place: string): boolean {
  return /^(?:geonames|country):/.test(place);
}

/**
 * Whether they have other parties in one role, or the same ones on other sides: who struck back is not who struck. Where two
 * articles tell of one thing, one may name another of those it befell, or make who did it of the only one it befell.
 */
function haveOthers(a: EventSignature, b: EventSignature, isTold: boolean): boolean {
  if (overlap(a.actors, b.actors) > 0) return false;
  if (overlap(named(a), named(b)) > 0) return !isTold || (a.actors.length > 1 && b.actors.length > 1);
  const areAlike = (x: string, y: string) => ` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `);
  return (isTold ? ['a:'] : ['a:', 'r:']).some((role) => {
    const [x, y] = [a, b].map(({ actors }) => actors.filter((one) => one.startsWith(role)).map((one) => one.slice(2)));
    return x!.length > 0 && y!.length > 0 && !x!.some((one) => y!.some((other) => areAlike(one, other)));
  });
}

function mayMeet(a: EventSignature, b: EventSignature): boolean {
  return (a.earliest ?? '') <= (b.latest ?? '~') && (b.earliest ?? '') <= (a.latest ?? '~');
}
