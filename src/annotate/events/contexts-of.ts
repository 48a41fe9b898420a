import type { Span } from '../../document/span.ts';
import type { ContextCue } from '../../vocabulary/records.ts';
import { firstAt, type View } from './view.ts';

/** By the first word of each entry: its words and what they tell. */
export type ContextIndex = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly context: string }[]
>;

/** Descendants of a clause that are looked at, at most. */
const MOST = 40;

export function contextIndex(cues: readonly ContextCue[]): ContextIndex {
  const index = new Map<string, { words: string[]; context: string }[]>();
  for (const { context, words } of cues)
    for (const entry of words) {
      const parts = entry.split(' ');
      const same = index.get(parts[0]!);
      if (same) same.push({ words: parts, context });
      else index.set(parts[0]!, [{ words: parts, context }]);
    }
  return index;
}

/** The circumstances that the words of an event's own clauses name, in alphabetical order. */
export function contextsOf(view: View, index: ContextIndex, mentions: readonly Span[]): string[] {
  const found = new Set<string>();
  for (const { start } of mentions) {
    const { first, last } = stretchOf(view, firstAt(view.tokens, start));
    for (let token = first; token < last; token++)
      for (const { words, context } of index.get(lemmaAt(view, token)) ?? [])
        if (words.every((word, at) => at === 0 || lemmaAt(view, token + at) === word)) found.add(context);
  }
  return [...found].sort();
}

/**
 * What says of an event why and whose it is: its own phrase, and where it is, or is an argument of, a predicate, that
 * predicate's. A clause that is larger is cut around it.
 */
function stretchOf({ syntax, clauseAt }: View, token: number): { readonly first: number; readonly last: number } {
  const relation = syntax.relations[token]!;
  const head = syntax.heads[token]!;
  const top = !clauseAt.has(token) && /^(?:nsubj|obj|obl)/.test(relation) && head >= 0 ? head : token;
  const { first, last } = syntax.extents[top]!;
  return { first: Math.max(first, token - MOST), last: Math.min(last, token + MOST) };
}

function lemmaAt({ reading }: View, token: number): string {
  return reading.lemmas[token]?.toLowerCase() ?? '';
}
