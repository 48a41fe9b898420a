import type { View } from '../events/view.ts';
import type { Fact } from './relations.ts';

/** "the [Drevian-led] alliance". */
export function leaders(view: View): Fact[] {
  const { syntax, reading, tokens, mentionAt } = view;
  return tokens.flatMap(({ end }, token): Fact[] => {
    if (reading.lemmas[token] !== 'lead' || syntax.relations[token] !== 'amod') return [];
    const body = mentionAt.get(syntax.heads[token]!);
    const leader = syntax.children[token]!.map((child) => mentionAt.get(child)).find((each) => each !== undefined);
    if (!body || !leader || body.entity === leader.entity) return [];
    if (view.coreference.entities[body.entity]!.type !== 'Organization') return [];
    const none = { label: null, validFrom: null, validTo: null };
    const fact = { type: 'LEADS', from: leader.entity, to: body.entity, rule: 'led-by' };
    return [{ ...fact, ...none, start: leader.start, end }];
  });
}
