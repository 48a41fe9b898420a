import type { View } from './view.ts';

/** "named [a judge] to find out": whom an infinitive right after them gives a task, wherever the tree hangs it; null for nobody. */
export function taskedWith({ syntax, reading, clauseAt, words }: View, token: number): number | null {
  const to = syntax.children[token]!.find(
    (child) => syntax.relations[child] === 'mark' && reading.lemmas[child] === 'to' && child < token,
  );
  if (to === undefined || to === 0) return null;
  for (let at = to - 1; at >= 0; at = syntax.heads[at]!) {
    if (syntax.extents[at]!.last !== to) return null;
    const verb = syntax.heads[at]!;
    if (verb >= 0 && clauseAt.get(verb)?.object === at && words.has('task', reading.lemmas[verb]!.toLowerCase()))
      return at;
  }
  return null;
}
