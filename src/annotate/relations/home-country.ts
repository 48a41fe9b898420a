import { isOfPeople } from '../entities/is-of-people.ts';
import { firstAt, type View } from '../events/view.ts';

/** A country named so many times as often as that of the dateline is what the story is about. */
const OFTEN = 2;

/** The country in which a story plays, and where it may be taken for granted. */
export interface Home {
  /** Index of the entity; null where the story names none. */
  readonly country: number | null;
  /** The same at an offset; where its paragraph last spoke of another country, that one, and null of several. */
  at(offset: number): number | null;
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
 * unless it names another far more often; without one the country that it names most.
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
    const isCountry = isTold || hasPeople || acts || (gazetteer !== null && gazetteer === `country:${country?.code}`);
    // One that is named in passing is not where the story plays.
    const isInPassing = own.every((each) => !/^(?:nsubj|obj)/.test(view.syntax.relations[mentions[each]!.head]!));
    const isKnown = isTold || hasPeople || own.length > 1 || !isInPassing;
    return isCountry && isKnown ? [{ at, isTold, size: own.length }] : [];
  });
  const told = places.find(({ isTold }) => isTold);
  const [most] = [...places].sort((a, b) => b.size - a.size || a.at - b.at);
  const home = told && (!most || most.size <= OFTEN * told.size) ? told : most;
  const countries = new Set(places.map(({ at }) => at));
  return {
    country: home?.at ?? null,
    at(offset) {
      if (!home) return null;
      const sentence = view.sentenceOf[firstAt(view.tokens, offset)] ?? -1;
      for (let each = sentence; view.sentences[each]?.segment === view.sentences[sentence]?.segment; each--) {
        const { start = 0, end = 0 } = view.sentences[each] ?? {};
        const named = new Set(
          mentions
            .filter((one) => countries.has(one.entity) && one.start >= start && one.end <= end)
            .map(({ entity }) => entity),
        );
        if (named.has(home.at)) return home.at;
        if (named.size > 0) return named.size === 1 ? [...named][0]! : null;
        if (each <= 0) break;
      }
      return home.at;
    },
  };
}
