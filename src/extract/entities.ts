import type { CoreferenceLayer, EventLayer } from '../document/layers.ts';
import type { Entity } from '../knowledge/extraction.ts';

/** The id of an entity by its index: e1, e2, … by first mention, then those whom only an event needs. */
export function entityId(index: number): string {
  return `e${index + 1}`;
}

export function entities(known: CoreferenceLayer, { unnamed }: EventLayer): Entity[] {
  const mentions = [...known.mentions, ...unnamed.mentions];
  return [...known.entities, ...unnamed.entities].map(
    ({ type, name, aliases, mentions: own, country, gazetteer, rule, confidence }, at) => ({
      id: entityId(at),
      type,
      name,
      aliases: aliases.map((alias) => ({ name: alias.name, start: alias.start, end: alias.end })),
      country,
      gazetteer,
      mentions: own.map((index) => {
        const { start, end, form } = mentions[index]!;
        return { start, end, form };
      }),
      rule,
      confidence,
    }),
  );
}
