import type { Clause, EntityMention, Quotation, StatementReading } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { stanceToward } from './stance.ts';
import { mentionsIn, type View } from './view.ts';

type About = StatementReading['about'][number];

/** Arguments that a clause is about; what else it mentions is where, when and how. */
const ARGUMENT = /^(?:nsubj|obj|iobj|obl:agent|root|appos|vocative|conj)/;
/** Nominals of one statement, at most: a list of thirty names is about none of them. */
const MOST = 8;

/**
 * Who a statement is about, each with the stance taken toward them: the target of the cue itself ("blamed [the bank]"),
 * the subjects and objects of its clauses, and who something is said to belong to. Not the speaker, and not the places
 * in which something is.
 */
export function about(
  view: View,
  quotation: Quotation,
  clause: Clause | null,
  speaker: number | null,
  addressed: StatementReading['audience'],
  say: Vocabulary['say'],
): About[] {
  const found = new Map<number, About>();
  const add = (mention: EntityMention, byCue: boolean) => {
    const { entity, start, end } = mention;
    if (entity === speaker || found.has(entity)) return;
    found.set(entity, { entity, stance: stanceToward(view, quotation, mention, byCue, say), start, end });
  };
  const told = new Set(addressed.map(({ entity }) => entity));
  for (const token of targetsOfCue(view, clause)) {
    const mention = view.mentionAt.get(token);
    if (mention && !told.has(mention.entity)) add(mention, true);
  }
  for (const span of quotation.content)
    for (const mention of mentionsIn(view, span)) if (isArgument(view, mention)) add(mention, false);
  return [...found.values()].slice(0, MOST);
}

/** "praised [the crew] for …", "blamed the fire on [the bank]": whom the cue is turned to. */
function targetsOfCue({ syntax, reading }: View, clause: Clause | null): number[] {
  if (clause === null) return [];
  const found = clause.object === null ? [] : [clause.object];
  for (const child of syntax.children[clause.predicate]!) {
    if (!/^obl/.test(syntax.relations[child]!)) continue;
    const preposition = syntax.children[child]!.find((each) => syntax.relations[each] === 'case');
    if (preposition !== undefined && /^(?:on|at|against|about|of)$/.test(reading.lemmas[preposition]!))
      found.push(child);
  }
  return found.flatMap((token) => [
    token,
    ...syntax.children[token]!.filter((child) => syntax.relations[child] === 'conj'),
  ]);
}

function isArgument({ syntax, coreference }: View, { head, entity, form }: EntityMention): boolean {
  const relation = syntax.relations[head]!;
  if (ARGUMENT.test(relation)) return true;
  const { type } = coreference.entities[entity]!;
  if (relation === 'nmod:poss') return form !== 'pronoun' && type !== 'Place';
  // "the role of [the alliance]", "against [the president]": not places, which are mostly where.
  return type !== 'Place' && form !== 'pronoun' && /^(?:nmod|obl)$/.test(relation);
}
