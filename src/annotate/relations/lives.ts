import type { EntityMention } from '../../document/layers.ts';
import { modalityOf } from '../events/modality.ts';
import { prepositionOf, type View } from '../events/view.ts';
import type { Cues } from './cues.ts';
import type { Fact } from './relations.ts';
import { tenureAt } from './tenure.ts';

/** "Melk was [born] in Tarn in 1961", "Melk [died] on Friday", "Melk was [killed] in Tarn", "the [late] Queen Amina". */
export function lives(view: View, cues: Cues, publishedAt: string): Fact[] {
  const { syntax, reading, tokens, mentionAt } = view;
  const told = syntax.clauses.flatMap((clause): Fact[] => {
    const { predicate, isPassive, isNegated } = clause;
    const cue = cues.get(reading.lemmas[predicate]!.toLowerCase());
    if (!cue || isNegated || isPassive !== (cue.suffered ?? false)) return [];
    if (modalityOf(view, predicate) !== 'actual') return [];
    const above = /^(?:acl|advcl)/.test(syntax.relations[predicate]!) ? syntax.heads[predicate]! : -1;
    const who = mentionAt.get(clause.subject ?? clause.understood ?? above);
    if (!who || view.coreference.entities[who.entity]!.type !== 'Person') return [];
    return [
      {
        type: cue.relation,
        from: who.entity,
        to: placeOf(view, predicate)?.entity ?? null,
        label: null,
        validFrom: tenureAt(view, predicate, true).validFrom,
        validTo: null,
        ...tokens[predicate]!,
        rule: 'life-verb',
      },
    ];
  });
  const late = tokens.flatMap(({ start }, token): Fact[] => {
    const who = reading.lemmas[token] === 'late' && reading.upos[token] === 'ADJ' ? nameOver(view, token) : undefined;
    if (!who || !publishedAt || reading.lemmas[token - 1]?.toLowerCase() !== 'the') return [];
    const validFrom = `../${publishedAt.slice(0, 10)}`;
    const { end } = tokens[who.last - 1]!;
    return [
      { type: 'DIED', from: who.entity, to: null, label: null, validFrom, validTo: null, start, end, rule: 'late' },
    ];
  });
  return [...told, ...late];
}

/** "was born [in Saltmere]": the place that hangs on the verb. */
function placeOf(view: View, verb: number): EntityMention | undefined {
  return view.syntax.children[verb]!.filter((child) => /^(?:in|at|near)$/.test(prepositionOf(view, child)))
    .map((child) => view.mentionAt.get(child))
    .find((mention) => mention !== undefined && view.coreference.entities[mention.entity]!.type === 'Place');
}

/** "the late [Queen Amina]": the named person that "late" is said of, by title or by name. */
function nameOver({ syntax, mentionAt, coreference }: View, token: number): EntityMention | undefined {
  if (syntax.relations[token] !== 'amod') return undefined;
  const head = syntax.heads[token]!;
  const named = [head, syntax.heads[head]!, ...syntax.children[head]!].map((each) => mentionAt.get(each));
  return named.find(
    (mention) =>
      mention?.form === 'name' &&
      mention.first > token &&
      mention.first - token <= 3 &&
      coreference.entities[mention.entity]!.type === 'Person',
  );
}
