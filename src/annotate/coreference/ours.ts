import type { Draft } from './mention.ts';
import { pronounOf } from './pronouns.ts';
import { type View, wordAt } from './view.ts';

/** Words in a speaker's phrase behind which nothing is looked at. */
const LONGEST = 40;

/** "we", "us", "our" */
function isOurs(view: View, { head, person }: Draft): boolean {
  return person === 1 && pronounOf(wordAt(view, head), 'PRON', 'PRP')?.row === 'we';
}

/** What may be told of "we" in somebody's own words. */
export interface Voice {
  readonly speaker: Draft;
  /** Whether an earlier mention is of the same voice, the speaker, or of the chain that "we" of this voice has. */
  isOfVoice(at: number): boolean;
}

/**
 * Whether “we” in somebody's words may be an earlier mention: who speaks, whoever stands in the speaker's phrase (“We heard
 * it,” said Oduya, one of [the fishermen]; [union] leader Oduya), or what the same voice names. Of anybody else's it is not.
 */
export function mayBeOurs(view: View, mention: Draft, before: Draft, at: number, voice: Voice): boolean {
  if (!isOurs(view, mention)) return true;
  // “They sit in hotels. We are shot at”
  if (before.form === 'pronoun' && before.person === 3) return false;
  if (voice.isOfVoice(at)) return true;
  // Where “I” speaks, whoever else says “we” may mean the same.
  if (before.form === 'pronoun') return before.person === 1 && voice.speaker.person === 1;
  // “Oduya and I”
  if (before.type === null) return true;
  const { first, last } = phraseOf(view, voice.speaker);
  if (first <= before.head && before.head < last) return true;
  const lemma = view.reading.lemmas[before.head]!.toLowerCase();
  if (before.type !== 'Organization' && before.type !== 'Group') return false;
  for (let token = first; token < last; token++) if (view.reading.lemmas[token]!.toLowerCase() === lemma) return true;
  return false;
}

/** Whether “we” and an earlier “we” are both in nobody's quoted words: they are whoever wrote the article, or answers in it. */
export function isNarrators(
  view: View,
  mentions: readonly Draft[],
  at: number,
  before: number,
  voiceOf: ReadonlyMap<number, number>,
): boolean {
  return isOurs(view, mentions[at]!) && isOurs(view, mentions[before]!) && !voiceOf.has(at) && !voiceOf.has(before);
}

function phraseOf({ syntax }: View, { head, full }: Draft): { first: number; last: number } {
  const whole = syntax.extents[head] ?? full;
  return { first: Math.min(whole.first, full.first), last: Math.min(Math.max(whole.last, full.last), head + LONGEST) };
}

/** The chains, where “we” that stands for no entity is whoever says it. */
export function spokenFor(
  view: View,
  mentions: readonly Draft[],
  chainOf: readonly number[],
  voiceOf: ReadonlyMap<number, number>,
): number[] {
  const typed = new Set(chainOf.filter((_, at) => mentions[at]!.type && mentions[at]!.form !== 'pronoun'));
  return chainOf.map((chain, at) => {
    const speaker = voiceOf.get(at);
    return speaker === undefined || typed.has(chain) || !isOurs(view, mentions[at]!) ? chain : chainOf[speaker]!;
  });
}
