import { prepositionOf, type View } from './view.ts';

const COUNTS = /^(?:all|any|each|half|many|most|much|none|number|part|rest|some)$/;

/** "[most] of its sanctions": the word that counts, in whose place a noun stands; else the noun itself. */
export function wholeOf(view: View, token: number): number {
  const head = view.syntax.heads[token]!;
  return head >= 0 && countedBy(view, head) === token ? head : token;
}

/** "most of its [sanctions]": the noun that a word counts; any other word itself. */
export function countedBy(view: View, token: number): number {
  if (!COUNTS.test(view.reading.lemmas[token]!)) return token;
  return (
    view.syntax.children[token]!.find(
      (child) =>
        child > token && /^(?:nmod|obl)/.test(view.syntax.relations[child]!) && prepositionOf(view, child) === 'of',
    ) ?? token
  );
}
