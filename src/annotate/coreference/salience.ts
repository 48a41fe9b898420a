import type { Draft } from './mention.ts';
import type { View } from './view.ts';

/** Whoever has spoken speaks on; whoever is only spoken of, in somebody's words, seldom does. */
const SPOKE = 0.5;
const SPOKEN_OF = -2;
/** Whoever spoke or did something in the sentence just before goes on, rather than who did so earlier. */
const JUST_BEFORE = 3;

/** What is known of who speaks where. */
export interface Voices {
  /** Mentions that are sources of quotations. */
  readonly isSource: ReadonlySet<number>;
  /** By mention in a quotation, the mention of whoever speaks there. */
  readonly voiceOf: ReadonlyMap<number, number>;
}

/** How much likelier, beyond what the ranker thinks, the speaker at mention `at` is whoever mention `back` is of. */
export function salienceOf(
  { sentenceOf, syntax }: View,
  { isSource, voiceOf }: Voices,
  mentions: readonly Draft[],
  at: number,
  back: number,
): number {
  const head = mentions[back]!.head;
  const spoke = isSource.has(back);
  const spokenOf = voiceOf.has(back) && !voiceOf.has(at);
  const acts = spoke || /^nsubj/.test(syntax.relations[head]!);
  const isNear = sentenceOf[mentions[at]!.head]! - sentenceOf[head]! <= 1;
  return (spoke ? SPOKE : 0) + (spokenOf ? SPOKEN_OF : acts && isNear ? JUST_BEFORE : 0);
}
