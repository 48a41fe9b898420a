import type { Clause, Quotation, StatementReading } from '../../document/layers.ts';
import type { View } from './view.ts';

/** Verbs whose object is who is spoken to. */
const TOLD =
  /^(?:tell|inform|assure|remind|warn|ask|urge|order|instruct|advise|notify|brief|beg|implore|invite|persuade|convince|command|promise|call on)$/;
const TO: ReadonlySet<string> = new Set(['to', 'before', 'on', 'upon']);

/** Who is spoken to: "told [lawmakers]", "said to [her envoy]", "called on [Drevia]", "was told" by the subject. */
export function audience(
  view: View,
  { cue }: Quotation,
  clause: Clause | null,
  speaker: number | null,
): StatementReading['audience'] {
  if (cue === null || clause === null) return [];
  const { syntax } = view;
  const isTold = TOLD.test(cue.lemma);
  const found: number[] = [];
  if (clause.indirectObject !== null) found.push(clause.indirectObject);
  if (isTold && clause.object !== null && clause.object !== clause.indirectObject) found.push(clause.object);
  if (isTold && clause.isPassive && clause.subject !== null) found.push(clause.subject);
  for (const child of syntax.children[clause.predicate]!) {
    if (!/^obl/.test(syntax.relations[child]!)) continue;
    const preposition = syntax.children[child]!.find((each) => syntax.relations[each] === 'case');
    const word = preposition === undefined ? '' : view.reading.lemmas[preposition]!;
    if (TO.has(word) && (word === 'to' || word === 'before' || cue.lemma.startsWith('call'))) found.push(child);
  }
  const withOthers = found.flatMap((token) => [
    token,
    ...syntax.children[token]!.filter((child) => syntax.relations[child] === 'conj'),
  ]);
  return withOthers.flatMap((token) => {
    const mention = view.mentionAt.get(token);
    return mention && mention.entity !== speaker
      ? [{ entity: mention.entity, start: mention.start, end: mention.end }]
      : [];
  });
}
