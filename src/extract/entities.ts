import type { CoreferenceLayer } from '../document/layers.ts';
import type { Entity } from '../knowledge/extraction.ts';

/** The id of an entity by its index in the layer: e1, e2, … by first mention. */
export function entityId(index: number): string {
  return `e${index + 1}`;
}

export function entities({ mentions, entities: found }: CoreferenceLayer): Entity[] {
  return found.map(({ type, name, aliases, mentions: own, country, gazetteer, rule, confidence }, at) => ({
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
  }));
}
