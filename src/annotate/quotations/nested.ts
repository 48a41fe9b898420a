import type { Clause, Quotation } from '../../document/layers.ts';
import type { CueList } from './cues.ts';
import { type Frame, frameOf } from './frames.ts';
import { givesName } from './not-said.ts';
import type { Quoted } from './quote-marks.ts';
import { spanOf, tokensOf, type View } from './view.ts';

/** How sure a statement is that the tree alone shows, within another. */
const CONFIDENCE = 0.7;

/**
 * What is said within the words of another: "Oduya said [the minister had told him {the bank was empty}]". Read from the
 * tree by the shapes of the list of reporting verbs, as the model marks a word for one statement only.
 */
export function nested(view: View, found: readonly Quotation[], quoted: readonly Quoted[], cues: CueList): Quotation[] {
  const clauseAt = new Map(view.syntax.clauses.map((clause) => [clause.predicate, clause]));
  const taken = new Set(found.map(({ cue }) => cue?.head));
  return found.flatMap(({ kind, content }) =>
    content.flatMap((span) => {
      const words = tokensOf(view, span);
      const inner: Quotation[] = [];
      for (let token = words.first; token < words.last; token++) {
        const clause = clauseAt.get(token);
        if (!clause || taken.has(token)) continue;
        const frame = saidBy(view, clause, cues, kind === 'direct');
        if (!frame || frame.content.last > words.last) continue;
        taken.add(token);
        inner.push(quotationOf(view, clause, frame, quoted, cues));
      }
      return inner;
    }),
  );
}

/** The frame of a verb that tells of something said, not of something that might be. */
export function saidBy(view: View, clause: Clause, cues: CueList, isDirect: boolean): Frame | null {
  const { predicate, isNegated, auxiliaries } = clause;
  const { reading, syntax } = view;
  if (reading.upos[predicate] !== 'VERB' || isNegated) return null;
  const cue = cues.known(view, predicate);
  const frames = cue && cues.framesOf(cue);
  if (!frames) return null;
  const isOpen = auxiliaries.some((token) => reading.xpos[token] === 'MD');
  const isToDo = syntax.children[predicate]!.some((child) => child < predicate && reading.xpos[child] === 'TO');
  if (isOpen || isToDo || givesName(view, predicate)) return null;
  const frame = frameOf(view, clause, frames);
  if (!frame || frame.speaker === null || !cues.isSomebody(view, frame.speaker) || !hasSubstance(view, frame))
    return null;
  // "declined [to comment]" is of speech, "declined [to leave]" is not.
  const isOfSpeech = cue.class !== 'decline' || speaks(view, frame, cues);
  return isOfSpeech && isTold(clause, frame, frames, cue.class, isDirect) ? frame : null;
}

function speaks(view: View, { shape, content }: Frame, cues: CueList): boolean {
  if (shape !== 'act') return true;
  for (let token = content.first; token < content.last; token++)
    if (view.reading.upos[token] === 'VERB') return cues.known(view, token) !== null;
  return false;
}

/** Whether the shape is one that tells of speech for sure; somebody's own words speak loosely of what others "call" and "deny". */
function isTold(
  { object, indirectObject }: Clause,
  { shape }: Frame,
  frames: ReadonlySet<string>,
  cueClass: string,
  isDirect: boolean,
): boolean {
  switch (shape) {
    case 'clause':
      return true;
    case 'act':
      return frames.has('object-to-infinitive') ? object !== null || indirectObject !== null : !isDirect;
    case 'judgement':
      return !isDirect;
    case 'thing':
      return !isDirect && (/^(?:decline|promise)$/.test(cueClass) || (frames.has('object-as') && cueClass === 'state'));
  }
}

/** A pronoun alone is nothing said. */
function hasSubstance({ reading }: View, { content: { first, last } }: Frame): boolean {
  for (let token = first; token < last; token++)
    if (/^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(reading.upos[token]!)) return true;
  return false;
}

export function quotationOf(
  view: View,
  { predicate }: Clause,
  { content, speaker }: Frame,
  quoted: readonly Quoted[],
  cues: CueList,
): Quotation {
  const { first, last } = content;
  const cue = cues.of(view, predicate);
  const isInMarks = quoted.some((quote) => quote.depth > 0 && quote.first <= first && last <= quote.last);
  return {
    kind: isInMarks ? 'direct' : 'indirect',
    content: [spanOf(view, { first, last })],
    source: speaker === null ? null : sourceAt(view, speaker),
    cue: {
      ...spanOf(view, { first: predicate, last: predicate + 1 }),
      head: predicate,
      lemma: cue.lemma,
      class: cue.class,
    },
    within: null,
    rule: 'frame',
    confidence: CONFIDENCE,
  };
}

/** The words that a speaker is named by, without what follows them. */
export function sourceAt(view: View, head: number): NonNullable<Quotation['source']> {
  const phrase = view.syntax.nounPhrases.find((each) => each.head === head);
  return { ...spanOf(view, phrase?.base ?? { first: head, last: head + 1 }), head };
}
