import type { EntityMention, EventParticipant, EventReading } from '../../document/layers.ts';
import { mentionsIn } from '../statements/view.ts';
import type { Cast } from './cast.ts';
import { isAside, isOfOneStretch } from './stretches.ts';
import { firstAt, isTime, prepositionOf, type View } from './view.ts';

type Placed = Pick<EventReading, 'place' | 'placeSpan' | 'placeBasis'>;
/** How far from its own words an event's place is looked for. */
export type Reach = 'clause' | 'sentence' | 'narrative';

/** Mentions that make a place what a story is about. */
const NAMED_OFTEN = 4;
const NOWHERE: Placed = { place: null, placeSpan: null, placeBasis: null };
const WHERE = /^(?:in|at|near|outside|across|inside|around|throughout|within|on|off|into|through|to|from)$/;
/** Words that only say where it stands: not where somebody goes to or comes from. */
const INSIDE = /^(?:in|at|near|outside|across|inside|around|throughout|within|off|over|along|towards?)$/;
/** Words that lead to another thing than the deed, with a place of its own. */
const ELSEWHERE = /^(?:after|before|since|until|into|over|about|against|despite|following|during|for|with)$/;

/**
 * Where an event is said to happen: in its own clause, else in its sentence, else where the paragraph before it was.
 * Acts of words are looked for in their clause alone. `running` is the last place named by "in X" before this sentence, of the same segment.
 */
export function placeOf(
  view: View,
  cast: Cast,
  token: number,
  reach: Reach,
  running: EntityMention | null,
  people: readonly EventParticipant[],
): Placed {
  // "besieged [the upper town]", "blocked the bridge at [Saltmere]": what it is done to is where it is, and a name says more.
  const done = people.find(({ entity, role }) => role === 'recipient' && cast.typeOf(entity) === 'Place');
  // "called on [Drevia] to free them" says whom, not where.
  const isAsked = (entity: number, at: number) =>
    prepositionOf(view, at) === 'on' && people.some((each) => each.role === 'recipient' && each.entity === entity);
  const whereOf = (mention: EntityMention | null, at: number) =>
    mention && isAsked(mention.entity, at) ? null : mention;
  const named = (at: number) => whereOf(view.mentionAt.get(at) ?? null, at);
  if (reach === 'narrative' && done && isDoneTo(view, token, done)) {
    const isName = view.coreference.entities[done.entity]?.aliases.length;
    const better = isName ? null : (namedWithin(view, cast, done) ?? placeBelow(view, cast, token, named));
    return placed(better ?? done, 'clause');
  }
  const carrier = view.syntax.heads[token]!;
  const unnamed = (at: number) => whereOf(cast.at(at, ['Place']), at);
  const isArgument = isArgumentOf(view, token, carrier);
  const own =
    placeBelow(view, cast, token, named) ??
    (isArgument ? placeBelow(view, cast, carrier, named) : null) ??
    placeBelow(view, cast, token, unnamed) ??
    (isArgument ? placeBelow(view, cast, carrier, unnamed) : null);
  // "in Tarn and Brenholt" is in neither alone, but where the story is.
  if (own && !(isPaired(view, own) && running && reach === 'narrative')) return placed(own, 'clause');
  if (own) return placed(running!, 'narrative');
  if (reach === 'clause') return NOWHERE;
  const { start, end } = view.sentences[view.sentenceOf[token]!]!;
  const others = mentionsIn(view, { start, end }).filter(
    (mention) =>
      isPlace(view, cast, mention, INSIDE) &&
      isOfOneStretch(view, mention.head, token) &&
      isOfOneVoice(view, mention.head, token),
  );
  const nearest = others.sort((a, b) => Math.abs(a.head - token) - Math.abs(b.head - token) || a.head - b.head)[0];
  if (nearest) return placed(nearest, 'sentence');
  return running && reach === 'narrative' ? placed(running, 'narrative') : NOWHERE;
}

/** "said in [Brenholt] that two men had died": where it is said is not where it was. */
function isOfOneVoice({ saidIn }: View, place: number, token: number): boolean {
  return saidIn[token]! < 0 || saidIn[place] === saidIn[token];
}

/** "the bridge [at Saltmere]": a name says more than a noun. */
function namedWithin(view: View, cast: Cast, { start, end }: EventParticipant): EntityMention | null {
  const within = mentionsIn(view, { start, end: view.sentences[view.sentenceOf[firstAt(view.tokens, start)]!]!.end });
  const head = within.find((each) => each.start === start && each.end === end)?.head;
  if (head === undefined) return null;
  return (
    within.find(
      (each) => each.form === 'name' && view.syntax.heads[each.head] === head && isPlace(view, cast, each, INSIDE),
    ) ?? null
  );
}

/** Whether a place is the object of a verb, the subject of its passive, or what its noun is of: "lifted the siege of [Tarn]". */
function isDoneTo(view: View, token: number, { start, end }: EventParticipant): boolean {
  const { clauseAt, tokens, reading, syntax } = view;
  const clause = clauseAt.get(token);
  const noun = reading.upos[token] === 'VERB' ? (clause?.object ?? token) : token;
  const isOf = syntax.children[noun]!.some(
    (child) => prepositionOf(view, child) === 'of' && start <= tokens[child]!.start && tokens[child]!.end <= end,
  );
  if (isOf && reading.lemmas[noun] !== 'state') return true;
  const done = clause?.isPassive ? clause.subject : (clause?.object ?? null);
  if (done === null || done === undefined || /Number=Plur/.test(reading.feats[done] ?? '')) return false;
  // "extended the state of emergency" is nowhere.
  if (reading.lemmas[done] === 'state' && syntax.children[done]!.some((child) => prepositionOf(view, child) === 'of'))
    return false;
  // "guards [the port and the airport]": in neither alone.
  if (syntax.children[done]!.some((child) => syntax.relations[child] === 'conj')) return false;
  return start <= tokens[done]!.start && tokens[done]!.end <= end;
}

/** The place that a story is about: the one it names most, and more than in passing, of two the one it names first; null for none. */
export function focusOf({ coreference: { entities, mentions } }: View): EntityMention | null {
  let best: number | null = null;
  let most = NAMED_OFTEN - 1;
  for (const [at, { type, aliases, mentions: own }] of entities.entries()) {
    if (type !== 'Place' || aliases.length === 0 || own.length <= most) continue;
    const named = own.filter((each) => mentions[each]!.form !== 'pronoun').length;
    if (named <= most) continue;
    most = named;
    best = at;
  }
  return best === null ? null : mentions[entities[best]!.mentions[0]!]!;
}

/** The last place of a sentence by "in X", for those after it; not that of a clause that goes back to something else. */
export function lastPlaceOf(view: View, cast: Cast, sentence: number): EntityMention | null {
  return (
    mentionsIn(view, view.sentences[sentence]!).findLast(
      (mention) => isPlace(view, cast, mention, INSIDE) && !isAside(view, mention.head) && !isPaired(view, mention),
    ) ?? null
  );
}

/** "in [Tarn] and Brenholt" is in neither alone. */
function isPaired({ syntax }: View, { head }: EntityMention): boolean {
  return (
    syntax.relations[head] === 'conj' || syntax.children[head]!.some((child) => syntax.relations[child] === 'conj')
  );
}

function placed(
  { entity, start, end }: Pick<EntityMention, 'entity' | 'start' | 'end'>,
  placeBasis: 'clause' | 'sentence' | 'narrative',
): Placed {
  return { place: entity, placeSpan: { start, end }, placeBasis };
}

function isArgumentOf({ syntax, clauseAt }: View, token: number, head: number): boolean {
  return head >= 0 && clauseAt.has(head) && /^(?:obj|nsubj|obl|xcomp|conj)/.test(syntax.relations[token]!);
}

function placeBelow(
  view: View,
  cast: Cast,
  token: number,
  at: (token: number) => EntityMention | null,
): EntityMention | null {
  const { syntax } = view;
  const level = syntax.children[token]!.filter((child) =>
    /^(?:obl|nmod|obj|nsubj|xcomp|advmod)/.test(syntax.relations[child]!),
  );
  for (const child of [
    ...level,
    // "an inquiry into the fire at [the mill]", "left after a raid in [Tarn]": where the other thing was.
    ...level
      .filter((each) => !ELSEWHERE.test(prepositionOf(view, each)))
      .flatMap((each) => syntax.children[each]!.filter((below) => /^nmod/.test(syntax.relations[below]!))),
  ]) {
    if (!INSIDE.test(prepositionOf(view, child)) || isTime(view, child)) continue;
    const mention = at(child);
    if (mention && mention.head === child && cast.typeOf(mention.entity) === 'Place') return mention;
  }
  for (const child of level) {
    if (!WHERE.test(prepositionOf(view, child)) || isTime(view, child)) continue;
    const mention = at(child);
    if (mention && cast.typeOf(mention.entity) === 'Place') return mention;
  }
  return null;
}

function isPlace(view: View, cast: Cast, { head, entity }: EntityMention, preposition: RegExp): boolean {
  return cast.typeOf(entity) === 'Place' && preposition.test(prepositionOf(view, head));
}
