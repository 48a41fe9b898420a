import type { View } from '../events/view.ts';
import type { Fact } from './relations.ts';

/** "Melk's Green Alliance [party]": whose party it is belongs to it. */
export function possessions(view: View): Fact[] {
  const { syntax, reading, mentionAt, coreference } = view;
  return coreference.mentions.flatMap(({ head, entity, start }): Fact[] => {
    if (syntax.relations[head] !== 'nmod:poss' || coreference.entities[entity]!.type !== 'Person') return [];
    const party = syntax.heads[head]!;
    const mention = mentionAt.get(party);
    if (!mention || mention.form === 'pronoun' || coreference.entities[mention.entity]!.type !== 'Organization')
      return [];
    // "Melk's party" alone may be one that she leads, or a feast.
    if (reading.lemmas[party]!.toLowerCase() !== 'party' || reading.upos[party - 1] !== 'PROPN') return [];
    const none = { label: null, validFrom: null, validTo: null };
    const span = { start, end: view.tokens[party]!.end };
    return [{ type: 'MEMBER_OF', from: entity, to: mention.entity, ...none, ...span, rule: 'own-party' }];
  });
}
