import type { NameMention, NounPhrase, Stretch } from '../../document/layers.ts';
import { chanceOfNone, modelSpan } from './model-mentions.ts';
import { type View, wordAt } from './view.ts';

/** The words of the mention that a phrase is: the story model's where it sees one, else the whole phrase. */
export function mentionSpan(view: View, { head, base, full }: NounPhrase, name: NameMention | null): Stretch {
  const span = chanceOfNone(view, head) < 0.5 ? fromFirst(modelSpan(view, head), base) : full;
  return withoutWhatFollows(view, withBound(view, behindCase(view, head, balanced(view, head, span))), name);
}

/** "[Mara Oduya], 42," and "[Mara Oduya], a lawyer,": what is told of somebody behind the name is apart from it. */
function withoutWhatFollows({ reading, ...view }: View, span: Stretch, name: NameMention | null): Stretch {
  if (name?.label !== 'Person' || name.last + 1 >= span.last || wordAt(view, name.last) !== ',') return span;
  return /^(?:NUM|DET)$/.test(reading.upos[name.last + 1]!) ? { first: span.first, last: name.last } : span;
}

/** The article and what stands between it and its noun are of the mention, whatever the model thinks. */
function fromFirst(span: Stretch, base: Stretch): Stretch {
  return { first: Math.min(span.first, base.first), last: span.last };
}

/** "hanged himself in [his cell]": what stands before its own preposition is of another. */
function behindCase({ syntax: { children, relations } }: View, head: number, { first, last }: Stretch): Stretch {
  const before = children[head]!.filter((child) => relations[child] === 'case' && child < head && child >= first);
  return { first: Math.max(first, ...before.map((child) => child + 1)), last };
}

/** "[at least] five people"; and "Outside [parliament]", "not [the mayor]", "and [sister]", whose first word trees take for a part of them. */
function withBound(view: View, { first, last }: Stretch): Stretch {
  if (last - first > 1 && /^(?:outside|inside|across|near|around|behind|and|not|or|of)$/i.test(wordAt(view, first)))
    return { first: first + 1, last };
  const isBound = first > 0 && /^(?:least|most)$/i.test(wordAt(view, first)) && /^at$/i.test(wordAt(view, first - 1));
  return { first: isBound ? first - 1 : first, last };
}

/** "[the HWU (Harbour Workers’ Union) strikers]": a mention that begins within brackets begins before them. */
function balanced(view: View, head: number, span: Stretch): Stretch {
  let open = 0;
  for (let at = span.first; at < head; at++) open += wordAt(view, at) === '(' ? 1 : wordAt(view, at) === ')' ? -1 : 0;
  return open < 0 ? { first: Math.min(span.first, view.syntax.extents[head]!.first), last: span.last } : span;
}
