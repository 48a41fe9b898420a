import type { View } from '../events/view.ts';

const ENDING = /^(?:n|an|ian|i|ish|ese|ic|er)$/;

/** The place whose people an entity's name is ("Drevian" of Drevia), where the article names it; else the entity itself. */
export function placeOfPeople({ coreference: { entities } }: View, entity: number): number {
  const { type, name } = entities[entity]!;
  if (type === 'Place' && entities[entity]!.gazetteer !== null) return entity;
  for (const [at, other] of entities.entries()) {
    if (at === entity || other.type !== 'Place' || other.name.length < 4) continue;
    const stem = other.name.replace(/[ae]$/, '');
    if ([other.name, stem].some((each) => name.startsWith(each) && ENDING.test(name.slice(each.length)))) return at;
  }
  return entity;
}

/**
 * The country in which a story plays: the first place that its date line names beside the city ("TARN, Drevia, May 4"),
 * else the country that it names most; null where it names none.
 */
export function homeCountry(view: View, dateline: string): number | null {
  const { entities } = view.coreference;
  const places = entities.flatMap(({ type, aliases, mentions, country, gazetteer }, at) =>
    type === 'Place' && aliases.length > 0
      ? [
          {
            at,
            names: aliases.map(({ name }) => name),
            size: mentions.length,
            isCountry: gazetteer !== null && gazetteer === `country:${country?.code}`,
          },
        ]
      : [],
  );
  const parts = dateline.split(/[,(]/).map((part) => part.trim());
  const told = places.find(({ names }) => parts.slice(1).some((part) => names.includes(part)));
  if (told) return told.at;
  const countries = places.filter(({ isCountry }) => isCountry).sort((a, b) => b.size - a.size || a.at - b.at);
  return countries[0]?.at ?? null;
}
