import type { Clause, Stretch } from '../../document/layers.ts';
import { type View, wordAt } from './view.ts';

/** What somebody says by a cue, as the tree alone tells it. */
export interface Frame {
  /** A clause, something to be done, what somebody or something is said to be, or a thing told of. */
  readonly shape: 'clause' | 'act' | 'judgement' | 'thing';
  readonly content: Stretch;
  /** The token that names who says it; null where nobody is named. */
  readonly speaker: number | null;
}

const QUOTE = /^[“‘"'«„]$/;
const CLAUSES: readonly string[] = ['that-clause', 'object-that-clause', 'wh-clause', 'parataxis', 'direct'];
const ACTS: readonly string[] = ['to-infinitive', 'object-to-infinitive', 'object-that-clause'];

/**
 * The frame of a cue, by the shapes that the list has for it: "said [that it would rain]", "told them [to go]", "called it
 * [a trick]", "accused [the bank of lying]", "put [the crowd at 300]". Null where the tree has none of them.
 */
export function frameOf(view: View, clause: Clause, frames: ReadonlySet<string>): Frame | null {
  const found = clauseOf(view, clause, frames) ?? judgementOf(view, clause, frames) ?? thingOf(view, clause, frames);
  if (found === null || found.content.first <= clause.predicate) return null;
  const content = withoutMarks(view, found.content);
  return { ...found, content, speaker: clause.isPassive ? clause.agent : (clause.subject ?? clause.understood) };
}

/** Without the punctuation at its ends. */
function withoutMarks({ reading }: View, content: Stretch): Stretch {
  let { first, last } = content;
  while (last > first + 1 && reading.upos[last - 1] === 'PUNCT') last--;
  while (first < last - 1 && reading.upos[first] === 'PUNCT') first++;
  return { first, last };
}

type Said = Omit<Frame, 'speaker'>;

/** What is said in a clause, or is to be done. */
function clauseOf(view: View, { predicate }: Clause, frames: ReadonlySet<string>): Said | null {
  const { syntax, reading } = view;
  for (const child of syntax.children[predicate]!) {
    const relation = syntax.relations[child]!;
    const extent = syntax.extents[child]!;
    if (extent.first <= predicate) continue;
    // "shouted, ‘[Sit down]’" may hang loosely on its verb.
    const isQuoted = relation === 'parataxis' && opensQuote(view, extent.first, child);
    if ((relation === 'ccomp' || isQuoted) && has(frames, CLAUSES)) return { shape: 'clause', content: extent };
    if (!/^(?:xcomp|ccomp|advcl)$/.test(relation)) continue;
    if (markOf(view, child) === 'to' && has(frames, ACTS)) return { shape: 'act', content: extent };
    if (relation === 'xcomp' && frames.has('gerund') && reading.xpos[child] === 'VBG')
      return { shape: 'act', content: extent };
  }
  return null;
}

function opensQuote(view: View, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (QUOTE.test(wordAt(view, token))) return true;
  return false;
}

/** What somebody or something is said to be or to have done: "called it [a trick]", "accused [the bank of lying]". */
function judgementOf(view: View, clause: Clause, frames: ReadonlySet<string>): Said | null {
  const content = judged(view, clause, frames);
  return content && { shape: 'judgement', content };
}

function judged(view: View, clause: Clause, frames: ReadonlySet<string>): Stretch | null {
  const { syntax, reading } = view;
  const { predicate } = clause;
  for (const child of syntax.children[predicate]!) {
    if (child < predicate || !/^(?:xcomp|obl|advcl)/.test(syntax.relations[child]!)) continue;
    const { first, last } = syntax.extents[child]!;
    const mark = markOf(view, child);
    if (frames.has('object-as') && mark === 'as') return { first: first + 1, last };
    if (frames.has('object-as') && mark === '' && reading.upos[child] !== 'VERB' && syntax.relations[child] === 'xcomp')
      return { first, last };
    if (frames.has('object-of') && mark === 'of') return { first: objectStart(view, clause) ?? first, last };
    if (frames.has('object-at') && mark === 'at' && hasNumber(view, { first, last }))
      return { first: objectStart(view, clause) ?? first, last };
  }
  return null;
}

/** What is told of, as a thing: "described [beatings]", "the march that his critics call [an invasion]". */
function thingOf({ syntax }: View, { predicate, object }: Clause, frames: ReadonlySet<string>): Said | null {
  if (object === null || object < predicate || !frames.has('object')) return null;
  return { shape: 'thing', content: syntax.extents[object]! };
}

/** Where the object stands behind its verb, its first token. */
function objectStart({ syntax }: View, { object, predicate }: Clause): number | null {
  const first = object === null ? -1 : syntax.extents[object]!.first;
  return first > predicate ? first : null;
}

/** "to" of "to go", "of" of "of lying"; empty for none. */
function markOf({ syntax, reading }: View, token: number): string {
  const found = syntax.children[token]!.find(
    (child) => child < token && /^(?:mark|case)$/.test(syntax.relations[child]!),
  );
  return found === undefined ? '' : reading.lemmas[found]!.toLowerCase();
}

function hasNumber({ reading }: View, { first, last }: Stretch): boolean {
  for (let token = first; token < last; token++) if (reading.upos[token] === 'NUM') return true;
  return false;
}

function has(frames: ReadonlySet<string>, any: readonly string[]): boolean {
  return any.some((frame) => frames.has(frame));
}
