import type { EntityMention, EventReading } from '../../document/layers.ts';
import { mentionsIn } from '../statements/view.ts';
import { prepositionOf, type View } from './view.ts';

type Placed = Pick<EventReading, 'place' | 'placeSpan' | 'placeBasis'>;

const NOWHERE: Placed = { place: null, placeSpan: null, placeBasis: null };
const WHERE = /^(?:in|at|near|outside|across|inside|around|throughout|within|on|off|into|through|to|from)$/;
/** Words that only say where it stands: not where somebody goes to or comes from. */
const INSIDE = /^(?:in|at|near|outside|across|inside|around|throughout|within|off|over|along|towards?)$/;

/**
 * Where an event is said to happen: in its own clause, else in its sentence, else where the paragraph before it was.
 * Acts of words are looked for in their clause alone. `running` is the last place named by "in X" before this sentence, of the same segment.
 */
export function placeOf(
  view: View,
  token: number,
  reach: 'clause' | 'narrative',
  running: EntityMention | null,
): Placed {
  const carrier = view.syntax.heads[token]!;
  const own = placeBelow(view, token) ?? (isArgumentOf(view, token, carrier) ? placeBelow(view, carrier) : null);
  if (own) return placed(own, 'clause');
  if (reach === 'clause') return NOWHERE;
  const { start, end } = view.sentences[view.sentenceOf[token]!]!;
  const others = mentionsIn(view, { start, end }).filter((mention) => isPlace(view, mention, INSIDE));
  const nearest = others.sort((a, b) => Math.abs(a.head - token) - Math.abs(b.head - token) || a.head - b.head)[0];
  if (nearest) return placed(nearest, 'sentence');
  return running ? placed(running, 'narrative') : NOWHERE;
}

/** The last place of a sentence by "in X", for those after it. */
export function lastPlaceOf(view: View, sentence: number): EntityMention | null {
  return mentionsIn(view, view.sentences[sentence]!).findLast((mention) => isPlace(view, mention, INSIDE)) ?? null;
}

function placed({ entity, start, end }: EntityMention, placeBasis: 'clause' | 'sentence' | 'narrative'): Placed {
  return { place: entity, placeSpan: { start, end }, placeBasis };
}

function isArgumentOf({ syntax, clauseAt }: View, token: number, head: number): boolean {
  return head >= 0 && clauseAt.has(head) && /^(?:obj|nsubj|obl|xcomp|conj)/.test(syntax.relations[token]!);
}

function placeBelow(view: View, token: number): EntityMention | null {
  const { syntax } = view;
  const level = syntax.children[token]!;
  for (const child of [
    ...level,
    ...level.flatMap((each) => (/^(?:obj|nsubj|obl|nmod)/.test(syntax.relations[each]!) ? syntax.children[each]! : [])),
  ]) {
    const mention = view.mentionAt.get(child);
    if (mention && mention.head === child && isPlace(view, mention, INSIDE)) return mention;
  }
  for (const child of level) {
    const mention = view.mentionAt.get(child);
    if (mention && isPlace(view, mention, WHERE)) return mention;
  }
  return null;
}

function isPlace(view: View, { head, entity }: EntityMention, preposition: RegExp): boolean {
  return view.coreference.entities[entity]!.type === 'Place' && preposition.test(prepositionOf(view, head));
}
