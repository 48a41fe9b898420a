import type { View } from './view.ts';

/** "[The court] ordered the arrest of", "ordered him to close the bridge": the verb by which a deed is ordered; null where none is. */
export function ordererOf({ syntax, reading, clauseAt }: View, token: number): number | null {
  const above = syntax.heads[token]!;
  if (above < 0 || reading.upos[above] !== 'VERB' || reading.lemmas[above]!.toLowerCase() !== 'order') return null;
  const clause = clauseAt.get(above);
  const isDeed = clause?.object === token || (clause?.isPassive && clause.subject === token);
  return isDeed || /^(?:xcomp|ccomp|advcl)/.test(syntax.relations[token]!) ? above : null;
}
