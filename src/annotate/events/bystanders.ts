import type { View } from './view.ts';

/** "At a rally in Tarn, [the mayor] said …": whoever speaks or appears at a gathering takes part in it. */
export function attendantOf({ syntax, reading, clauseAt, statements, words }: View, token: number): number | null {
  const head = syntax.heads[token]!;
  const clause = clauseAt.get(head);
  if (!clause || !/^obl/.test(syntax.relations[token]!)) return null;
  const isAt = syntax.children[token]!.some(
    (child) => syntax.relations[child] === 'case' && /^(?:at|during)$/.test(reading.lemmas[child]!.toLowerCase()),
  );
  const isThere =
    words.has('presence', reading.lemmas[head]!.toLowerCase()) || statements.some(({ cue }) => cue?.head === head);
  return isAt && isThere && !clause.isNegated ? (clause.subject ?? clause.understood) : null;
}

/** "Protests broke out after [the ministry] cut grants": whose deed people protest at. */
export function provokerOf({ syntax, reading, clauseAt }: View, token: number): number | null {
  const predicate = clauseAt.has(token) ? token : syntax.heads[token]!;
  const after = syntax.children[predicate]?.find(
    (child) =>
      /^advcl/.test(syntax.relations[child]!) &&
      syntax.children[child]!.some((mark) => /^(?:after|because)$/.test(reading.lemmas[mark]!.toLowerCase())),
  );
  const clause = after === undefined ? undefined : clauseAt.get(after);
  return clause ? (clause.isPassive ? clause.agent : clause.subject) : null;
}

/** Who must do something first: the subject of an if-clause. */
export function conditionOf({ syntax, clauseAt, reading }: View, token: number): number | null {
  const condition = syntax.children[token]!.find(
    (child) =>
      syntax.relations[child] === 'advcl' &&
      syntax.children[child]!.some((mark) => /^(?:if|unless)$/.test(reading.lemmas[mark]!.toLowerCase())),
  );
  return condition === undefined ? null : (clauseAt.get(condition)?.subject ?? null);
}
