import type { Draft } from './mention.ts';

/** Mentions back in which a sure antecedent is looked for. */
const BACK = 60;
/** Mentions within a phrase that may come before the name beside it. */
const NEXT = 8;

/** The first mention after another that is it; null where none near is. */
export function nextTo(mentions: readonly Draft[], at: number, isIt: (after: Draft) => boolean): number | null {
  for (let next = at + 1; next < mentions.length && next <= at + NEXT; next++) if (isIt(mentions[next]!)) return next;
  return null;
}

/** The last mention before another that is it; null where none near is. */
export function backTo(mentions: readonly Draft[], at: number, isIt: (before: Draft) => boolean): number | null {
  for (let back = at - 1; back >= 0 && back >= at - BACK; back--) if (isIt(mentions[back]!)) return back;
  return null;
}
