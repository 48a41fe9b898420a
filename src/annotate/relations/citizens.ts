import type { View } from '../events/view.ts';
import { placeOfPeople } from './home-country.ts';
import type { Fact } from './relations.ts';

/** "[Drevian] novelist Ilse Morand": somebody of a country's people, by the word for them. */
export function citizens(view: View): Fact[] {
  const { syntax, reading, mentionAt, tokens, coreference } = view;
  const { entities, mentions } = coreference;
  return mentions.flatMap(({ entity, head, end }): Fact[] => {
    if (entities[entity]!.type !== 'Person') return [];
    const above = syntax.heads[head]!;
    const words = [
      head,
      ...syntax.children[head]!.filter((child) => /^(?:compound|flat)/.test(syntax.relations[child]!)),
    ];
    for (const word of [...words, /^flat/.test(syntax.relations[head]!) ? above : -1])
      for (const child of word < 0 ? [] : syntax.children[word]!) {
        const country = mentionAt.get(child);
        if (!country || child > head || syntax.relations[child] !== 'amod' || reading.upos[child] !== 'ADJ') continue;
        const { type, gazetteer, country: code } = entities[country.entity]!;
        if (type !== 'Place' || (gazetteer !== null && gazetteer !== `country:${code?.code}`)) continue;
        const none = { label: null, validFrom: null, validTo: null };
        const { start } = tokens[child]!;
        const to = placeOfPeople(view, country.entity);
        return [{ type: 'CITIZEN_OF', from: entity, to, ...none, start, end, rule: 'people-before' }];
      }
    return [];
  });
}
