import type { Appearance, EventSignature } from '../knowledge/appearance.ts';
import type { Entity, Event, Extraction } from '../knowledge/extraction.ts';
import { foldedName, personName, placeName } from './names.ts';

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
export function eventAppearances(extraction: Extraction): Appearance[] {
  return extraction.events.map((event) => {
    const signature = signatureOf(event, extraction);
    const keys = eventKeys(signature);
    return isAnchor(signature)
      ? { local: event.id, signature, keys, reach: [] }
      : { local: event.id, signature, keys: [], reach: keys };
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

/** Where it is found: its kind and each day it may have been on, with each place and each named party. */
export function eventKeys(signature: EventSignature): string[] {
  const marks = [...signature.places.map((place) => `@${place}`), ...named(signature).map((name) => `~${name}`)];
  const keys = daysOf(signature).flatMap((day) => marks.map((mark) => `${kindOf(signature)} ${day} ${mark}`));
  return [...new Set(keys)].sort();
}

/** What is of no PLOVER type is told apart by its word: an eclipse is no landslide. */
function kindOf({ type, lemma }: EventSignature): string {
  return type === 'OTHER' ? `OTHER ${lemma}` : type;
}

function signatureOf(event: Event, extraction: Extraction): EventSignature {
  const { entities, times } = extraction;
  const time = times.find(({ id }) => id === event.time);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const parties = event.participants.flatMap(({ entity, role }) => {
    const found = byId.get(entity);
    const name = found && nameOf(found);
    return name ? [`${role === 'actor' ? 'a' : 'r'}:${name}`] : [];
  });
  return {
    kind: 'event',
    type: event.type,
    lemma: event.lemma,
    mode: event.mode,
    earliest: time?.earliest ?? null,
    latest: time?.latest ?? null,
    places: placesOf(event, extraction, byId),
    actors: [...new Set(parties)].sort(),
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
  const names = aliases.map(({ name }) => foldedName(name)).filter(Boolean);
  const longest = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
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
  if (kindOf(a) !== kindOf(b) || !mayMeet(a, b)) return -1;
  if (a.mode && b.mode && a.mode !== b.mode) return -1;
  const place = overlap(a.places, b.places);
  if (place === 0 && a.places.length > 0 && b.places.length > 0) return -1;
  const [x, y] = [named(a), named(b)];
  const shared = overlap(a.actors, b.actors);
  // The same ones on other sides is another event: who struck back is not who struck.
  if (shared === 0 && x.length > 0 && y.length > 0) return overlap(x, y) > 0 || hasRole(a, b) ? -1 : 0;
  const isAlike = a.lemma === b.lemma || (a.mode !== null && a.mode === b.mode);
  if (!isAlike && shared < 2 && !(shared > 0 && place > 0)) return 0;
  const isSameDay = a.earliest === b.earliest && a.latest === b.latest;
  if (!isSameDay && shared === 0) return 0;
  const score = 2 * shared + place + (a.lemma === b.lemma ? 1 : 0) + (isSameDay ? 1 : 0);
  return place > 0 || shared > 0 ? score : 0;
}

/** Whether both name someone for one role. */
function hasRole(a: EventSignature, b: EventSignature): boolean {
  const roles = ({ actors }: EventSignature) => new Set(actors.map((one) => one[0]));
  const other = roles(b);
  return [...roles(a)].some((role) => other.has(role));
}

function mayMeet(a: EventSignature, b: EventSignature): boolean {
  return (a.earliest ?? '') <= (b.latest ?? '~') && (b.earliest ?? '') <= (a.latest ?? '~');
}

function overlap(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => b.includes(one)).length;
}
