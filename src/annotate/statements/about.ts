import type { Clause, EntityMention, Quotation, StatementReading } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import { type Denying, isDenied, isJustNot } from './denied.ts';
import { stanceToward } from './stance.ts';
import { prepositionOf } from './tellings.ts';
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
  { say, words }: Pick<Denying, 'say' | 'words'>,
): About[] {
  const denying = { ...view, say, words };
  const found = new Map<number, About>();
  const targets = targetsOfCue(view, clause);
  const add = (mention: EntityMention, byCue: boolean) => {
    const { entity, head, start, end } = mention;
    if (entity === speaker || found.has(entity)) return;
    // What a cue is turned to is who is spoken of, whatever is said.
    const denied = targets.includes(head) ? isJustNot(denying, head) : isDenied(denying, head, quotation.cue);
    const stance = stanceToward(view, quotation, mention, byCue && !denied, say);
    found.set(entity, { entity, stance, denied, start, end });
  };
  const told = new Set(addressed.map(({ entity }) => entity));
  for (const token of targets) {
    const mention = view.mentionAt.get(token);
    if (mention && !told.has(mention.entity)) add(mention, true);
  }
  const isThing = isNominal(view, quotation);
  for (const span of quotation.content)
    for (const mention of mentionsIn(view, span)) if (isArgument(view, mention)) add(mention, isThing);
  return [...found.values()].slice(0, MOST);
}

/** "praised [the crew] for …", "blamed the fire on [the bank]": whom the cue is turned to. */
function targetsOfCue({ syntax, reading }: View, clause: Clause | null): number[] {
  if (clause === null) return [];
  const { object, predicate } = clause;
  const isBlame = reading.lemmas[predicate] === 'blame';
  // What is blamed on somebody is not who is blamed.
  const below = [...syntax.children[predicate]!, ...(isBlame && object !== null ? syntax.children[object]! : [])];
  const onWhom = isBlame ? below.filter((child) => prepositionOf({ syntax, reading }, child) === 'on') : [];
  const found = onWhom.length > 0 || object === null ? onWhom : [object];
  for (const child of syntax.children[predicate]!) {
    if (!/^obl/.test(syntax.relations[child]!) || found.includes(child)) continue;
    if (/^(?:on|at|against|about|of)$/.test(prepositionOf({ syntax, reading }, child))) found.push(child);
  }
  return found.flatMap((token) => [
    token,
    ...syntax.children[token]!.filter((child) => syntax.relations[child] === 'conj'),
  ]);
}

/** "praised [whose bravery]": no thought but a thing, toward which the cue itself is turned. */
function isNominal({ tokens, reading }: View, { content, cue }: Quotation): boolean {
  if (cue === null || content.length > 1) return false;
  const [{ start, end }] = content as [Span];
  for (let token = cue.head; token >= 0 && tokens[token]!.end > start; token--) if (isVerbIn(token)) return false;
  for (let token = cue.head; token < tokens.length && tokens[token]!.start < end; token++)
    if (isVerbIn(token)) return false;
  return true;

  function isVerbIn(token: number): boolean {
    return tokens[token]!.start >= start && tokens[token]!.end <= end && /^(?:VERB|AUX)$/.test(reading.upos[token]!);
  }
}

/** "it was [the union] that paid", said by somebody. */
export function isSingledOut(
  { relations, children, lemmas }: Pick<View['syntax'], 'relations' | 'children' | 'lemmas'>,
  head: number,
): boolean {
  return (
    /^(?:ccomp|parataxis)/.test(relations[head]!) &&
    children[head]!.some((child) => /^(?:nsubj|expl)/.test(relations[child]!) && lemmas[child] === 'it')
  );
}

function isArgument({ syntax, reading, coreference }: View, { head, entity, form }: EntityMention): boolean {
  const relation = syntax.relations[head]!;
  if (ARGUMENT.test(relation) || isSingledOut(syntax, head)) return true;
  const { type } = coreference.entities[entity]!;
  if (relation === 'nmod:poss') return (form !== 'pronoun' || /^W/.test(reading.xpos[head]!)) && type !== 'Place';
  // "the role of [the alliance]", "against [the president]": not places, which are mostly where.
  return type !== 'Place' && form !== 'pronoun' && /^(?:nmod|obl)$/.test(relation);
}
