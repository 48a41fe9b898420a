import type { View } from '../events/view.ts';
import type { Cues } from './cues.ts';
import type { Fact } from './relations.ts';

/** "the [Drevian-led] alliance", "[Drevia-backed] militias", "rebels [armed by] Drevia". */
export function participles(view: View, cues: Cues): Fact[] {
  const { syntax, reading, tokens, mentionAt, clauseAt } = view;
  return tokens.flatMap(({ start, end }, token): Fact[] => {
    const cue = cues.get(reading.lemmas[token]!.toLowerCase());
    const relation = syntax.relations[token]!;
    if (!cue || !/^(?:amod|acl$)/.test(relation)) return [];
    const body = mentionAt.get(syntax.heads[token]!);
    const agent = clauseAt.get(token)?.agent ?? null;
    const before = syntax.children[token]!.filter((child) => child < token);
    const other = mentionAt.get(
      relation === 'amod' ? (before.find((child) => mentionAt.has(child)) ?? -1) : (agent ?? -1),
    );
    if (!body || !other || body.entity === other.entity) return [];
    const [from, to] = cue.reversed ? [body.entity, other.entity] : [other.entity, body.entity];
    const none = { label: null, validFrom: null, validTo: null };
    const span = { start: Math.min(start, other.start), end: Math.max(end, other.end) };
    return [{ type: cue.relation, from, to, ...none, ...span, rule: 'participle' }];
  });
}
