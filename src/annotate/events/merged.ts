import type { EventReading } from '../../document/layers.ts';
import type { View } from './view.ts';

/** Earlier events of a kind that a new one is compared with: the last ones told. */
const LAST = 12;
const KNOWN = /^(?:the|this|that|these|those|its|their|his|her)$/;

/** A reading with the token that announces it. */
export interface Found extends Omit<EventReading, 'confidence'> {
  readonly token: number;
  /** Id of the kind by which PLOVER codes its words. */
  readonly code: string;
  /** Whether somebody with power over it has ordered it: no threat, though it lies ahead. */
  readonly isOrdered: boolean;
  readonly standing: 'verb' | 'noun';
  /** Whether it may stand without anybody who takes part. */
  readonly isOpen: boolean;
  /** Whether a thing is said to do what only somebody can. */
  readonly isOfThing: boolean;
}

/**
 * One event told several times becomes one: a definite noun takes up what was told ("the protests"), and a second
 * telling of one kind with the same people, and no other day or place, is the same.
 */
export function merged(view: View, found: readonly Found[]): Found[] {
  const done: Found[] = [];
  const byKind = new Map<string, number[]>();
  for (const event of found) {
    const key = event.type === 'OTHER' ? `OTHER ${event.lemma}` : event.type;
    const before = byKind.get(key) ?? [];
    const alike = before.slice(-LAST).filter((at) => isSame(view, done[at]!, event));
    // "the attack" is what did the harm rather than the harm: "opened fire", and not "wounded two men".
    const same = alike.findLast((at) => !isHarm(view, done[at]!) || isHarm(view, event)) ?? alike.at(-1);
    if (same !== undefined) done[same] = joined(done[same]!, event);
    else {
      before.push(done.length);
      byKind.set(key, before);
      done.push(event);
    }
  }
  return done;
}

function isHarm({ words }: View, { lemma }: Found): boolean {
  return words.has('harm', lemma);
}

function isSame(view: View, one: Found, other: Found): boolean {
  if (one.mode !== null && other.mode !== null && one.mode !== other.mode) return false;
  if (one.speechAct !== null || other.speechAct !== null) return false;
  // "nobody fired" tells of nothing that "the volley" could be.
  // Nor is what somebody denies what the same one tells of.
  const voiceOf = ({ statement }: { readonly statement: number | null }) =>
    statement === null ? null : view.statements[statement]!.speaker;
  const isNothing =
    one.vouchers.every(({ modality }) => modality === 'negated') &&
    (one.participants.length === 0 ||
      one.vouchers.some((each) => other.vouchers.some((its) => voiceOf(each) === voiceOf(its))));
  if (isNothing && other.vouchers.some(({ modality }) => modality !== 'negated')) return false;
  if (conflict(one.place, other.place, other.placeBasis) || conflict(one.time, other.time, other.timeBasis))
    return false;
  const [here] = other.vouchers;
  const isAsSure = one.vouchers.some(({ modality }) => modality === here!.modality);
  const shared = (role: string) => {
    const mine = one.participants.filter((each) => each.role === role);
    const others = other.participants.filter((each) => each.role === role);
    if (mine.length === 0 || others.length === 0) return null;
    return others.some(({ entity }) => mine.some((each) => each.entity === entity));
  };
  const [actor, recipient] = [shared('actor'), shared('recipient')];
  if (actor === false || recipient === false) return false;
  if (other.standing === 'noun' && isKnown(view, other.token)) return true;
  return isAsSure && (recipient === true || (actor === true && one.lemma === other.lemma));
}

/** Two different answers of which the second is in its own words. */
function conflict(one: number | null, other: number | null, basis: string | null): boolean {
  return one !== null && other !== null && one !== other && basis !== 'narrative';
}

/** "the [last] ceasefire" is another than the one that is spoken of. */
const ANOTHER = /^(?:last|previous|earlier|next|second|third|other)$/;

function isKnown({ syntax, reading }: View, token: number): boolean {
  if (syntax.children[token]!.some((child) => ANOTHER.test(reading.lemmas[child]!.toLowerCase()))) return false;
  return syntax.children[token]!.some(
    (child) => /^(?:det|nmod:poss)/.test(syntax.relations[child]!) && KNOWN.test(reading.lemmas[child]!.toLowerCase()),
  );
}

function joined(one: Found, other: Found): Found {
  const people = other.participants.filter(({ entity }) => !one.participants.some((each) => each.entity === entity));
  const voices = other.vouchers.filter(({ statement }) => !one.vouchers.some((each) => each.statement === statement));
  // Where and when the story is at a later mention of it says nothing of it.
  const isBetterPlaced = other.placeBasis !== 'narrative' && (one.place === null || one.placeBasis === 'narrative');
  const isBetterTimed = other.timeBasis !== 'narrative' && (one.time === null || one.timeBasis === 'narrative');
  return {
    ...one,
    mode: one.mode ?? other.mode,
    mentions: [...one.mentions, ...other.mentions],
    participants: [...one.participants, ...people],
    vouchers: [...one.vouchers, ...voices],
    ...(isBetterPlaced && { place: other.place, placeSpan: other.placeSpan, placeBasis: other.placeBasis }),
    ...(isBetterTimed && { time: other.time, timeBasis: other.timeBasis }),
  };
}
