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
    const { top, first, last } = stretchOf(view, firstAt(view.tokens, start));
    for (let token = first; token < last; token++) {
      if (!isOf(view, token, top)) continue;
      for (const { words, context } of index.get(lemmaAt(view, token)) ?? [])
        if (words.every((word, at) => at === 0 || lemmaAt(view, token + at) === word)) found.add(context);
    }
  }
  return [...found].sort();
}

/**
 * What says of an event why and whose it is: its own phrase, and where it is, or is an argument of, a predicate, that
 * predicate's. A clause that is larger is cut around it.
 */
function stretchOf(
  { syntax, clauseAt }: View,
  token: number,
): { readonly top: number; readonly first: number; readonly last: number } {
  const relation = syntax.relations[token]!;
  const head = syntax.heads[token]!;
  const top = !clauseAt.has(token) && /^(?:nsubj|obj|obl)/.test(relation) && head >= 0 ? head : token;
  const { first, last } = syntax.extents[top]!;
  return { top, first: Math.max(first, token - MOST), last: Math.min(last, token + MOST) };
}

/** Whether a token is below `top` without a clause of its own between: "…, and [lawmakers] slept" is another's. */
function isOf({ syntax, clauseAt }: View, token: number, top: number): boolean {
  let at = token;
  for (; at >= 0 && at !== top; at = syntax.heads[at]!)
    if (clauseAt.has(at) && /^(?:conj|parataxis|ccomp)/.test(syntax.relations[at]!)) return false;
  return at === top;
}

function lemmaAt({ reading }: View, token: number): string {
  return reading.lemmas[token]?.toLowerCase() ?? '';
}
