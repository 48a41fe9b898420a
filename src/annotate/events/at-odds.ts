import type { Modality, TimeExpression } from '../../document/layers.ts';
import type { View } from './view.ts';

/**
 * Whether an event cannot have been on the day that its story is at: what has happened was not after the day of publication
 * (`today`), what is planned not before it, and what "has" happened or happens now is not tied to a day of the past.
 */
export function isAtOdds(
  view: View,
  token: number,
  modality: Modality,
  { earliest, latest }: TimeExpression,
  today: string,
): boolean {
  if (today === '') return false;
  const isPast = latest !== null && latest < today;
  if (modality === 'planned') return isPast;
  if (modality !== 'actual' && modality !== 'negated') return false;
  return (earliest !== null && earliest > today) || (isPast && isPresent(view, token));
}

/** "The firm [has appealed]", "it [employs] thousands": neither in the past tense. */
function isPresent({ clauseAt, reading }: View, token: number): boolean {
  const clause = clauseAt.get(token);
  if (!clause) return false;
  const tensed = [token, ...clause.auxiliaries].map((each) => reading.xpos[each]!);
  return tensed.some((tag) => /^VB[PZ]$/.test(tag));
}
