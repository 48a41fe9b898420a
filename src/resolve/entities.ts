import type { Appearance, Called, EntitySignature } from '../knowledge/appearance.ts';
import type { Entity, Extraction } from '../knowledge/extraction.ts';
import {
  foldedName,
  isMinistry,
  isOfAnyCountry,
  isWater,
  nationalBody,
  organisationName,
  personName,
  placeName,
} from './names.ts';
import { overlap } from './overlap.ts';
import { STORY_SHARED } from './story.ts';
import { unnamedKeys, unnamedOf, unnamedScore } from './unnamed.ts';
import type { Wording } from './wording.ts';

const UNDECIDED = { same: [], different: [], named: null, pin: null };

/** Every entity of an article with what tells who it is; `story` is what the article is about. */
export function entityAppearances(extraction: Extraction, story: readonly string[], wording: Wording): Appearance[] {
  const { article, entities, relations } = extraction;
  const unnamed = unnamedOf(extraction, story, wording);
  const day = article.publishedAt.slice(0, 10);
  const setting = settingOf(article.text, entities, relations);
  return entities.map((entity) => {
    const local = entity.id;
    const plain = entitySignature(entity, setting);
    const known = { ...plain, fuller: fullerOf(plain, wording) };
    const signature = known.names.length > 0 ? known : { ...known, unnamed: unnamed.get(local) ?? null };
    const keys = entityKeys(signature);
    if (keys.length > 0) return { local, signature, keys, reach: [], called: calledOf(signature, day, story) };
    const last = lastNameOf(signature, entities);
    const reach = [...reachOf(signature, entity, entities), ...(last ? [lastNameKey(last, day)] : [])];
    const about = last ? { story: story.filter((word) => word !== last) } : {};
    // Two of one word are not each other: each may only join what it is called like.
    const pin = reach.length > 0 ? { pin: `${article.id}#${local}` } : {};
    return { local, signature: { ...signature, ...about, ...pin }, keys, reach, called: null };
  });
}

/** What an entity's identity is decided by. */
export function entitySignature(entity: Entity, setting: string | null): EntitySignature {
  const { type, aliases, country, gazetteer } = entity;
  const names = namesOf(entity);
  const isBody = aliases.length === 0 && names.length > 0;
  const general = type === 'Organization' && !country ? names.filter(isOfAnyCountry) : [];
  const owner = general.flatMap((name) => ownersOf(name, names))[0];
  return {
    kind: 'entity',
    // "the Aurlandian navy", which some call a group, is the body of that name.
    type: isBody ? 'Organization' : type,
    names,
    fuller: [],
    country: country?.code ?? null,
    gazetteer,
    setting: general.length > 0 ? (owner ?? setting) : null,
    unnamed: null,
    story: [],
    ...UNDECIDED,
  };
}

/** "Kate Melk" may be Catherine Melk or Kathryn Melk. */
function fullerOf({ type, names }: EntitySignature, { fullNamesOf }: Wording): string[] {
  if (type !== 'Person') return [];
  const found = names.flatMap((name) => {
    const known = personName(name);
    return known ? fullNamesOf(known.first).map((full) => `${full} ${known.last}`) : [];
  });
  return [...new Set(found)].sort();
}

/** Distinct names, folded; a ministry, a parliament or a country's navy is called so with a small letter too. */
function namesOf({ type, name, aliases, country }: Entity): string[] {
  const folded = foldedName(name);
  const isNational = country !== null && type !== 'Person' && nationalBody(folded) !== null && folded.includes(' ');
  const isCalledSo = isNational || (type === 'Organization' && isMinistry(folded));
  const given = aliases.length === 0 && isCalledSo ? [name] : [];
  return [...new Set([...aliases.map((alias) => alias.name), ...given].map(foldedName))].filter(Boolean).sort();
}

/** Whose ministry it is, where another of its names says so: "Aurland's Health Ministry". */
function ownersOf(name: string, names: readonly string[]): string[] {
  return names.flatMap((other) => (other.endsWith(` ${name}`) ? [other.slice(0, -name.length - 1)] : []));
}

/** The place that an article is about: of its countries, or else of its places, the one it names most, or what that is part of. */
function settingOf(text: string, entities: readonly Entity[], relations: Extraction['relations']): string | null {
  const places = entities.filter(({ type, aliases }) => type === 'Place' && aliases.length > 0);
  const countries = places.filter(({ name, gazetteer }) => gazetteer?.startsWith('country:') || hasPeople(name, text));
  const timesNamed = ({ mentions }: Entity) => mentions.filter(({ form }) => form === 'name').length;
  const [most] = (countries.length ? countries : places).sort((a, b) => timesNamed(b) - timesNamed(a));
  const whole = most && wholeOf(most, places, relations);
  return whole ? (whole.country?.code ?? whole.gazetteer ?? placeName(foldedName(whole.name)).own) : null;
}

/** What an article says a place is part of, as far up as it says. */
function wholeOf(place: Entity, places: readonly Entity[], relations: Extraction['relations']): Entity {
  const seen = new Set([place]);
  for (let at = place; ; ) {
    const up = relations.find(({ type, from, negated }) => type === 'PART_OF' && from === at.id && !negated)?.to;
    const next = places.find(({ id }) => id === up);
    if (!next || seen.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

/** Whether a text has the adjective of a place, as it has of a country rather than of a town: "Aurland", "Aurlandian". */
function hasPeople(name: string, text: string): boolean {
  const stem = name.replace(/[aeiouy]$/, '');
  return /^\p{Lu}\p{Ll}{3,}$/u.test(name) && new RegExp(`\\b${stem}[aeiouy]?(?:n|an|ian|ese|ish)s?\\b`).test(text);
}

/** Under which keys an entity is found: its full names. A surname alone is no key. */
export function entityKeys({ type, names, fuller, country, gazetteer, setting, unnamed }: EntitySignature): string[] {
  if (unnamed) return unnamedKeys(unnamed);
  if (type === 'Group') return [];
  const keys = names.flatMap((name) => {
    if (type === 'Person') return personName(name)?.key ?? [];
    if (type === 'Place') return placeName(name).own || [];
    const own = organisationName(name);
    if (!isOfAnyCountry(own)) return own || [];
    const where = country ?? setting;
    const body = country && nationalBody(own);
    if (body) return `${body} of ${country}`;
    return where ? `${own} of ${where}` : [];
  });
  return [
    ...new Set([...(gazetteer ? [gazetteer] : []), ...[...keys, ...fuller].map((name) => `name ${name}`)]),
  ].sort();
}

/**
 * A person or group whose only name is a single word, with a capital, may be a place or body that is called so, or one of
 * its article whose longer name begins with that word, if there is just one and nobody has it for a first name.
 */
function reachOf({ type, names }: EntitySignature, { aliases }: Entity, all: readonly Entity[]): string[] {
  const [only] = names;
  const isName = names.length === 1 && only && !only.includes(' ') && /^\p{Lu}/u.test(aliases[0]?.name ?? '');
  if (!isName || (type !== 'Person' && type !== 'Group')) return [];
  const longer = all.filter((other) => other.aliases.some((alias) => foldedName(alias.name).startsWith(`${only} `)));
  const [whole] = longer;
  const isBody = longer.length === 1 && whole && whole.type !== 'Person';
  return [...new Set([`name ${only}`, ...(isBody ? entityKeys(entitySignature(whole, null)) : [])])];
}

/** A person's last name, by which another article of the day may tell of whom this one names in full. */
function calledOf({ type, names }: EntitySignature, day: string, story: readonly string[]): Called | null {
  const [full] = type === 'Person' ? names.flatMap((name) => personName(name) ?? []) : [];
  const last = full?.last;
  return last ? { key: lastNameKey(last, day), about: story.filter((word) => word !== last).join(' ') } : null;
}

function lastNameKey(last: string, day: string): string {
  return `last ${last} ${day}`;
}

/** The only name of a person, where it is one word and nobody of the article has it for a last name. */
function lastNameOf({ type, names }: EntitySignature, all: readonly Entity[]): string | null {
  const [only] = names;
  const isName = names.length === 1 && only && !only.includes(' ');
  const isTaken = all.some(
    (other) => other.type === 'Person' && other.aliases.some(({ name }) => foldedName(name).endsWith(` ${only}`)),
  );
  return type === 'Person' && isName && !isTaken ? only : null;
}

/** How likely one known by a last name is whom an article about this names in full; 0 where that tells another story. */
export function calledScore({ story }: EntitySignature, about: string): number {
  const inCommon = overlap(story, about.split(' '));
  return inCommon >= STORY_SHARED ? inCommon : 0;
}

/** How surely two entities are one, above 0; 0 if nothing says so, below if something speaks against it. */
export function entityScore(a: EntitySignature, b: EntitySignature): number {
  if (a.unnamed || b.unnamed) return unnamedScore(a.unnamed, b.unnamed);
  if (a.gazetteer && b.gazetteer) return a.gazetteer === b.gazetteer ? 3 : -1;
  if (a.type !== b.type) return crossTypeScore(a, b);
  if (a.type === 'Person') return personScore(a, b);
  if (a.country && b.country && a.country !== b.country && !a.names.some(isWater)) return -1;
  if (a.type === 'Place' && !liesAlike(a.names, b.names)) return -1;
  const shared = entityKeys(a).filter((key) => entityKeys(b).includes(key));
  return shared.length > 0 ? 1 + shared.length : 0;
}

function crossTypeScore(a: EntitySignature, b: EntitySignature): number {
  const shared = entityKeys(a).filter((key) => entityKeys(b).includes(key));
  if (shared.length === 0) return 0;
  // What is called like a known town may be its club: only a country speaks and acts under its own name.
  const towns = [a, b].filter(({ gazetteer }) => gazetteer !== null && !gazetteer.startsWith('country:'));
  return towns.length > 0 ? -1 : 1;
}

/**
 * Two persons of one first and last name are one unless their middle names or generations differ; so are two of whose first
 * names one is short for the other. Those whom one short form would make one are not: "Alex", "Alexander" and "Alexandra".
 */
function personScore(a: EntitySignature, b: EntitySignature): number {
  let score = 0;
  let areAlike = false;
  for (const one of a.names) {
    for (const other of b.names) {
      const [x, y] = [personName(one), personName(other)];
      if (!x || !y) continue;
      const isShort = a.fuller.includes(y.key) || b.fuller.includes(x.key);
      if (x.key !== y.key && !isShort) {
        areAlike ||= x.last === y.last && x.first[0] === y.first[0];
        continue;
      }
      if (x.middle && y.middle && !isShortFor(x.middle, y.middle)) return -1;
      score = Math.max(score, isShort ? 1 : x.middle === y.middle ? 3 : 2);
    }
  }
  return score === 0 && areAlike ? -1 : score;
}

function isShortFor(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** Whether nothing that two places are said to lie in speaks against their being one. */
function liesAlike(a: readonly string[], b: readonly string[]): boolean {
  const within = (names: readonly string[]) => names.map((name) => placeName(name).within).filter(Boolean);
  const [x, y] = [within(a), within(b)];
  return x.length === 0 || y.length === 0 || x.some((one) => y.includes(one));
}
