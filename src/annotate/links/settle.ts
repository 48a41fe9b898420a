import type { LinkReading } from '../../document/layers.ts';
import type { Found, View } from './view.ts';

/** Links that only tell the order of two events; a cause or an answer between them says it already. */
const ORDER = new Set(['BEFORE', 'DURING']);

/**
 * Each link once in each voice, by position. Who says it is the innermost statement around its words; where they are
 * the cue of a statement ("blamed the riots on the arrests") that statement itself.
 */
export function settle(view: View, found: readonly Found[]): LinkReading[] {
  const links = new Map<string, LinkReading>();
  const related = new Set<string>();
  const pairOf = (from: number, to: number) => `${Math.min(from, to)} ${Math.max(from, to)}`;
  for (const { type, from, to } of found) if (!ORDER.has(type)) related.add(pairOf(from, to));
  for (const { first, last, type, from, to, negated, rule, confidence } of found) {
    if (from === to || (ORDER.has(type) && (negated || related.has(pairOf(from, to))))) continue;
    const statement = voucherOf(view, first);
    const key = `${type} ${from} ${to} ${negated} ${statement}`;
    if (links.has(key)) continue;
    const span = { start: view.tokens[first]!.start, end: view.tokens[last - 1]!.end };
    links.set(key, { type, from, to, negated, statement, ...span, rule, confidence });
  }
  return [...links.values()].sort((a, b) => a.start - b.start || a.end - b.end || a.from - b.from || a.to - b.to);
}

function voucherOf({ statements, saidIn, tokens }: View, token: number): number | null {
  const own = statements.findIndex(({ cue }) => cue?.start === tokens[token]!.start);
  const at = own < 0 ? saidIn[token]! : own;
  return at < 0 ? null : at;
}
