import type { EventReading, TimeExpression } from '../../document/layers.ts';
import { timeOfOccasion } from './occasions.ts';
import { isAside, isOfAnotherDay, isOfOtherDay } from './stretches.ts';
import { firstAt, prepositionOf, type View } from './view.ts';

type Timed = Pick<EventReading, 'time' | 'timeBasis'>;

const NEVER: Timed = { time: null, timeBasis: null };

/**
 * When an event is said to happen: by its own clause, else by a clause around it, else by the day the story is at. A time of
 * saying ("said on Monday") is no time of what is said; nor is a time within the words of another of the `deeds` one of this:
 * "an inquiry into the [May] shooting". The day of the story is not that of what cannot have been then (`isAtOdds`).
 */
export function timeOf(
  view: View,
  token: number,
  running: number | null,
  deeds: ReadonlySet<number>,
  isAtOdds: (time: TimeExpression) => boolean,
): Timed {
  const clause = governor(view, token);
  const candidates = timesOf(view, view.sentenceOf[token]!).filter((at) => !isOfAnother(view, at, token, deeds));
  const own =
    narrowest(
      view,
      candidates.filter((at) => inside(view, at, token)),
    ) ??
    narrowest(
      view,
      candidates.filter((at) => ownerOf(view, at) === clause),
    );
  if (own !== undefined) return { time: own, timeBasis: 'clause' };
  const ofSaying = new Set(view.statements.flatMap(({ cue }) => (cue ? [cue.head] : [])));
  const others = candidates.filter((at) => {
    const above = ownerOf(view, at);
    if (ofSaying.has(above)) return false;
    if (isMeanwhile(view, above, clause) || isJoined(view, above, clause)) return true;
    return isAbove(view, above, token) && !isOfAnotherDay(view, wordOf(view, at), token);
  });
  const other = narrowest(view, others);
  if (other !== undefined) return { time: other, timeBasis: 'sentence' };
  const day = running ?? timeOfOccasion(view, token, clause);
  if (day === null || isOfOtherDay(view, token) || isSince(view, clause) || isAtOdds(view.times[day]!)) return NEVER;
  return { time: day, timeBasis: 'narrative' };
}

/** "pardoned an officer [convicted] of plotting": what somebody is called for was before. */
function isSince({ syntax, reading }: View, clause: number): boolean {
  return clause >= 0 && syntax.relations[clause] === 'acl' && reading.xpos[clause] === 'VBN';
}

/** The last time of a sentence for those after it; not that of a clause that goes back to something else, nor a whole year. */
export function lastTimeOf(view: View, sentence: number): number | undefined {
  return timesOf(view, sentence).findLast((at) => daysOf(view, at) <= SEASON && !isAside(view, wordOf(view, at)));
}

/** Days of the longest time at which a story goes on. */
const SEASON = 100;

function daysOf({ times }: View, at: number): number {
  const { earliest, latest } = times[at]!;
  return earliest === null || latest === null ? Number.MAX_VALUE : (Date.parse(latest) - Date.parse(earliest)) / DAY;
}

const DAY = 86_400_000;

/** Indices of the times of a sentence that lie on the calendar, in text order. */
function timesOf({ times, sentences }: View, sentence: number): number[] {
  const { start, end } = sentences[sentence]!;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < times.length && times[at]!.start < end; at++) if (isDay(times[at]!)) found.push(at);
  return found;
}

/** Of several times the one that says most: "on [Monday]", and not the month that somebody else came in. */
function narrowest(view: View, found: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const at of found) if (best === undefined || daysOf(view, at) < daysOf(view, best)) best = at;
  return best;
}

function isDay({ type, earliest, latest }: TimeExpression): boolean {
  return (type === 'DATE' || type === 'TIME') && (earliest !== null || latest !== null);
}

/** Whether a predicate is one that a token stands below: its day is theirs too. */
function isAbove({ syntax }: View, predicate: number, token: number): boolean {
  const { first, last } = syntax.extents[predicate] ?? { first: 0, last: 0 };
  return predicate >= 0 && first <= token && token < last;
}

/** "were detained and [homes were burned last week]": the day at the end of a row of clauses is that of the row. */
function isJoined({ syntax }: View, predicate: number, clause: number): boolean {
  return predicate >= 0 && syntax.relations[predicate] === 'conj' && syntax.heads[predicate] === clause;
}

/** "will not extend it [when it expires on Friday]": a clause of the same moment. */
function isMeanwhile({ syntax, reading }: View, predicate: number, clause: number): boolean {
  return (
    predicate >= 0 &&
    /^advcl/.test(syntax.relations[predicate]!) &&
    syntax.heads[predicate] === clause &&
    syntax.children[predicate]!.some((child) => /^(?:when|once|as)$/.test(reading.lemmas[child]!.toLowerCase()))
  );
}

/** "condemned [Monday]'s attack" is of the attack alone; "[Monday]'s attack killed two" and "killed two in [Monday]'s attack" of both. */
function isOfAnother(view: View, at: number, token: number, deeds: ReadonlySet<number>): boolean {
  const { syntax, clauseAt } = view;
  for (let up = syntax.heads[wordOf(view, at)]!; up >= 0 && up !== token && !clauseAt.has(up); up = syntax.heads[up]!) {
    // "the second coup since independence [in 1905]"
    if (prepositionOf(view, up) === 'since') return true;
    if (deeds.has(up))
      return !/^nsubj/.test(syntax.relations[up]!) && !/^(?:in|at|during)$/.test(prepositionOf(view, up));
  }
  return false;
}

/** A time that stands within the words of a nominal event: "[Monday]'s protests". */
function inside(view: View, at: number, token: number): boolean {
  const { times, syntax, clauseAt } = view;
  const { first, last } = syntax.extents[token]!;
  if (clauseAt.has(token) || times[at]!.first < first || times[at]!.last > last) return false;
  const word = wordOf(view, at);
  const above = governor(view, word);
  return above < first || above >= last;
}

function wordOf({ times, tokens }: View, at: number): number {
  return firstAt(tokens, times[at]!.start);
}

/** The predicate that a time tells of: after a comma not that of an aside: "scrapped the levy, introduced in 1998, [on Sunday]". */
function ownerOf(view: View, at: number): number {
  const { syntax, tokens, text } = view;
  const word = wordOf(view, at);
  const above = governor(view, word);
  if (above < 0 || above >= word || !/^acl/.test(syntax.relations[above]!)) return above;
  const before = text.slice(tokens[above]!.end, tokens[word]!.start);
  return /,\s+(?:on |in |at )?$/.test(before) ? governor(view, syntax.heads[above]!) : above;
}

/** The predicate of the clause that a token stands in; the token itself where it is one. */
function governor({ syntax, clauseAt }: View, token: number): number {
  let at = token;
  while (at >= 0 && !clauseAt.has(at)) at = syntax.heads[at]!;
  return at;
}
