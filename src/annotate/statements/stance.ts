import type { EntityMention, Quotation } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { View } from './view.ts';

export const STANCES = ['supportive', 'critical', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];

/** Toward whom the cue itself is turned, its class decides; within the content the story model does. */
export function stanceToward(
  view: View,
  { cue }: Quotation,
  mention: EntityMention,
  byCue: boolean,
  say: Vocabulary['say'],
): Stance {
  const ofCue = cue && say.get(cue.class)?.stance;
  if (byCue && (ofCue === 'supportive' || ofCue === 'critical')) return ofCue;
  return modelStance(view, mention);
}

/** The likeliest stance toward what some tokens name, by their mean probabilities. */
export function modelStance(
  { story: { stance } }: Pick<View, 'story'>,
  { first, last }: { readonly first: number; readonly last: number },
): Stance {
  const sums = STANCES.map((_, kind) => {
    let sum = 0;
    for (let token = first; token < last; token++) sum += Math.exp(stance[3 * token + kind]!);
    return sum;
  });
  return STANCES[sums.indexOf(Math.max(...sums))]!;
}
