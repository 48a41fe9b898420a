import { modalityOf } from '../events/modality.ts';
import { prepositionOf, type View } from '../events/view.ts';
import type { Cues } from './cues.ts';
import type { Fact } from './relations.ts';

const HOLDING = /^(?:own|hold|have|control)$/;

/** "The state holds [51 per cent] of Tarn Metals", "Varga owns [a third] of the line": an owner of part, and of how much. */
export function stakes(view: View, cues: Cues): Fact[] {
  const { syntax, reading, text, tokens, mentionAt } = view;
  return syntax.clauses.flatMap(({ predicate, subject, understood, object, isNegated }): Fact[] => {
    if (object === null || isNegated || !HOLDING.test(reading.lemmas[predicate]!.toLowerCase())) return [];
    const cue = cues.get(reading.lemmas[object]!.toLowerCase());
    const modality = modalityOf(view, predicate);
    if (!cue || (modality !== 'actual' && modality !== 'ongoing')) return [];
    const whole = syntax.children[object]!.find((child) => cue.with?.includes(prepositionOf(view, child)));
    const [from, to] = [subject ?? understood ?? -1, whole ?? -1].map((each) => mentionAt.get(each)?.entity);
    if (from === undefined || to === undefined || from === to) return [];
    const first = tokens[syntax.extents[object]!.first]!;
    const label = text.slice(first.start, tokens[object]!.end).replace(/^(?:an?|the|some|about) /i, '');
    const span = { start: first.start, end: tokens[object]!.end };
    return [{ type: cue.relation, from, to, label, validFrom: null, validTo: null, ...span, rule: 'stake' }];
  });
}
