import { firstAt, type View } from '../events/view.ts';

const ENDING = /^(?:n|an|ian|i|ish|ese|ic|er)$/;
/** A country named so many times as often as that of the dateline is what the story is about. */
const OFTEN = 2;

/** The country in which a story plays, and where it may be taken for granted. */
export interface Home {
  /** Index of the entity; null where the story names none. */
  readonly country: number | null;
  /** The same at an offset, but null where another country is the last one spoken of. */
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
    const isCountry = isTold || hasPeople || (gazetteer !== null && gazetteer === `country:${country?.code}`);
    return isCountry ? [{ at, isTold, size: own.length }] : [];
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
      // The sentence and the one before it in the same paragraph.
      for (const each of [sentence, sentence - 1]) {
        const { start = -1, end = -1, segment } = view.sentences[each] ?? {};
        if (segment !== view.sentences[sentence]?.segment) break;
        const named = mentions.filter((one) => countries.has(one.entity) && one.start >= start && one.end <= end);
        if (named.some(({ entity }) => entity === home.at)) return home.at;
        if (named.length > 0) return null;
      }
      return home.at;
    },
  };
}

/** Whether a word is the people of a place: "Drevian" of Drevia. */
export function isOfPeople(words: string, place: string): boolean {
  if (place.length < 4) return false;
  return [place, place.replace(/[ae]$/, '')].some(
    (stem) => words.startsWith(stem) && ENDING.test(words.slice(stem.length)),
  );
}
