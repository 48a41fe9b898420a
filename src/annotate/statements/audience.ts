import type { Clause, Quotation, StatementReading } from '../../document/layers.ts';
import { phrasesOf } from './setting.ts';
import { prepositionOf, tellings } from './tellings.ts';
import type { View } from './view.ts';

/** Verbs whose object is who is spoken to. */
const TOLD =
  /^(?:tell|inform|assure|remind|warn|ask|urge|order|instruct|advise|notify|brief|beg|implore|invite|persuade|convince|command|promise|call on)$/;
const TO: ReadonlySet<string> = new Set(['to', 'before', 'on', 'upon']);
/** Verbs beside the cue whose object is who is spoken to: "[addressing] parliament, she said". */
const ADDRESSED = /^(?:address|brief|tell)$/;
/** What is said to or with somebody: "in a [letter] to the council", "in an [interview] with the Halvard Gazette". */
const WITH = /^(?:interview|call|conversation|phone|video|telephone)$/;
const AT =
  /^(?:address|appeal|call|comment|email|interview|letter|memo|message|note|remark|speech|statement|telegram|testimony|text)$/;

/** Who is spoken to: "told [lawmakers]", "said to [her envoy]", "in a letter to [the council]", "called on [Drevia]", "was told" by the subject. */
export function audience(
  view: View,
  { cue }: Quotation,
  clause: Clause | null,
  speaker: number | null,
): StatementReading['audience'] {
  if (cue === null || clause === null) return [];
  const { syntax, reading } = view;
  const isTold = TOLD.test(cue.lemma);
  const found: number[] = [];
  if (clause.indirectObject !== null) found.push(clause.indirectObject);
  if (isTold && clause.object !== null && clause.object !== clause.indirectObject) found.push(clause.object);
  if (isTold && clause.isPassive && clause.subject !== null) found.push(clause.subject);
  for (const predicate of tellings(view, clause)) {
    const isCue = predicate === clause.predicate;
    const isCall = isCue && cue.lemma.startsWith('call');
    for (const child of syntax.children[predicate]!) {
      const relation = syntax.relations[child]!;
      const word = /^obl/.test(relation) ? prepositionOf(view, child) : '';
      if (TO.has(word) && (word === 'to' || word === 'before' || isCall)) found.push(child);
      if (!isCue && relation === 'obj' && ADDRESSED.test(reading.lemmas[predicate]!)) found.push(child);
    }
  }
  for (const phrase of phrasesOf(view, clause))
    for (const child of syntax.children[phrase]!) {
      if (!/^nmod/.test(syntax.relations[child]!)) continue;
      const word = prepositionOf(view, child);
      const noun = reading.lemmas[phrase]!.toLowerCase();
      const isTogether = phrase === clause.object || phrase === clause.indirectObject;
      if ((word === 'to' && AT.test(noun)) || (word === 'with' && WITH.test(noun)) || (word === 'of' && isTogether))
        found.push(child);
    }
  const withOthers = found.flatMap((token) => [
    token,
    ...syntax.children[token]!.filter((child) => syntax.relations[child] === 'conj'),
  ]);
  const byEntity = new Map<number, StatementReading['audience'][number]>();
  for (const token of withOthers) {
    const mention = view.mentionAt.get(token);
    if (!mention || mention.entity === speaker || byEntity.has(mention.entity)) continue;
    byEntity.set(mention.entity, { entity: mention.entity, start: mention.start, end: mention.end });
  }
  return [...byEntity.values()];
}
