import { isOfPeople } from '../entities/is-of-people.ts';
import { firstAt, type View } from '../events/view.ts';

/** A country named so many times as often as that of the dateline is what the story is about. */
const OFTEN = 2;

/** The country in which a story plays, and where it may be taken for granted. */
export interface Home {
  /** Index of the entity; null where the story names none. */
  readonly country: number | null;
  /** By code, the countries that the story names. */
  readonly countries: ReadonlyMap<string, number>;
  /** The same at an offset; where its paragraph last spoke of another country, that one, and null of several. */
  at(offset: number): number | null;
}

/** By code, the entities that are countries. */
function countriesByCode({ coreference: { entities } }: View): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  entities.forEach(({ type, country, gazetteer }, at) => {
    if (type === 'Place' && country && gazetteer === `country:${country.code}` && !found.has(country.code))
      found.set(country.code, at);
  });
  return found;
}

/** The place whose people an entity's name is ("Drevian" of Drevia), where the article names it; else the entity itself. */
export function placeOfPeople({ coreference: { entities } }: View, entity: number): number {
  const { type, name } = entities[entity]!;
  if (type === 'Place' && entities[entity]!.gazetteer !== null) return entity;
  for (const [at, other] of entities.entries())
    if (at !== entity && other.type === 'Place' && isOfPeople(name, other.name)) return at;
  return entity;
}

/**
 * The country in which a story plays: the first place that its date line names beside the city ("TARN, Drevia, May 4"),
 * unless it names another far more often; without one the first of the countries that it names most.
 */
export function homeCountry(view: View, dateline: string): Home {
  const { entities, mentions } = view.coreference;
  const parts = dateline.split(/[,(]/).map((part) => part.trim());
  const places = entities.flatMap(({ type, aliases, gazetteer, country, mentions: own }, at) => {
    if (type !== 'Place' || aliases.length === 0) return [];
    const names = aliases.map(({ name }) => name);
    const isTold = names.some((name) => parts.slice(1).includes(name));
    const hasPeople = own.some((each) => {
      const words = view.text.slice(mentions[each]!.start, mentions[each]!.end);
      return names.some((name) => isOfPeople(words, name));
    });
    // Countries do things, towns hardly: "[Halvania] voted against".
    const acts = own.some((each) => {
      const { head } = mentions[each]!;
      return view.syntax.relations[head] === 'nsubj' && view.reading.upos[view.syntax.heads[head]!] === 'VERB';
    });
    // "the government of [Drevia]", "[Drevia]'s parliament"
    const isRuled = own.some((each) => isRuledAs(view, mentions[each]!.head));
    // Where the reporter is, is a town.
    const isTown = gazetteer === null && names.some((name) => name.toLowerCase() === parts[0]?.toLowerCase());
    const isCountry =
      isTold || hasPeople || isRuled || acts || (gazetteer !== null && gazetteer === `country:${country?.code}`);
    // One that is named in passing is not where the story plays.
    const isInPassing = own.every((each) => !/^(?:nsubj|obj)/.test(view.syntax.relations[mentions[each]!.head]!));
    const isKnown = isTold || hasPeople || isRuled || own.length > 1 || !isInPassing;
    // "[Drevian] gunboats" are everywhere.
    const size = own.filter((each) => !/^(?:amod|compound)/.test(view.syntax.relations[mentions[each]!.head]!)).length;
    return isCountry && isKnown && !isTown ? [{ at, isTold, size }] : [];
  });
  const told = places.find(({ isTold }) => isTold);
  // "[Kampala] denied it": a capital that acts is its country.
  const states = countriesByCode(view);
  // A capital that acts may do so abroad.
  const own = places.filter(({ at }) => !isTownOf(at));
  const able = own.length > 0 ? own : places;
  const largest = Math.max(...able.map(({ size }) => size));
  // Of those that are named often the story begins with its own.
  const most = able.find(({ size }) => size * OFTEN >= largest);
  const found = told && (!most || most.size <= OFTEN * told.size) ? told : most;
  const countries = new Map(
    places.flatMap(({ at }) => {
      const state = stateOf(at);
      return state === null ? [] : [[at, state] as const];
    }),
  );
  const home = found ? stateOf(found.at) : null;
  return {
    country: home,
    countries: states,
    at(offset) {
      if (home === null) return null;
      const sentence = view.sentenceOf[firstAt(view.tokens, offset)] ?? -1;
      for (let each = sentence; view.sentences[each]?.segment === view.sentences[sentence]?.segment; each--) {
        const { start = 0, end = 0 } = view.sentences[each] ?? {};
        const here = mentions.filter(
          ({ form, entity, ...one }) =>
            form === 'name' && countries.has(entity) && one.start >= start && one.end <= end,
        );
        // "[France], which has troops in the country, condemned it."
        const speaking = here.find(({ head }) => isSubjectOfSentence(view, head));
        if (speaking) return countries.get(speaking.entity)!;
        const named = new Set(here.map(({ entity }) => countries.get(entity)!));
        if (named.has(home)) return home;
        if (named.size > 0) return named.size === 1 ? [...named][0]! : null;
        if (each <= 0) break;
      }
      return home;
    },
  };

  /** The country that a place stands for; null for a town of one that the article does not name. */
  function stateOf(at: number): number | null {
    return isTownOf(at) ? (states.get(entities[at]!.country!.code) ?? null) : at;
  }

  /** Whether a place is known to be in a country and not to be it. */
  function isTownOf(at: number): boolean {
    const { gazetteer, country } = entities[at]!;
    return gazetteer !== null && country !== null && gazetteer !== `country:${country.code}`;
  }
}

const RULING = /^(?:government|parliament|president|king|queen|army|capital|police|legislature)$/;

function isRuledAs({ syntax, reading }: View, head: number): boolean {
  const of = syntax.heads[head]!;
  return of >= 0 && /^nmod/.test(syntax.relations[head]!) && RULING.test(reading.lemmas[of]!.toLowerCase());
}

function isSubjectOfSentence({ syntax }: View, head: number): boolean {
  const verb = syntax.heads[head]!;
  return /^nsubj/.test(syntax.relations[head]!) && verb >= 0 && syntax.heads[verb]! < 0;
}
