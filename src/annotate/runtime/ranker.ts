import { damaged, readSealed, sealed } from './sealed.ts';

/**
 * A linear ranker: the candidate with the highest score wins, or nobody (score `none`) where all are below. Trained as a
 * softmax over the candidates of each case, so that scores are log-probabilities up to a constant.
 */
export interface Ranker {
  /** In the order of `features`. */
  readonly weights: readonly number[];
  readonly none: number;
}

/** The file that holds a ranker: JSON with the names of its features and a seal over all of it. */
export function sealedRanker(features: readonly string[], { weights, none }: Ranker): string {
  return sealed({ features, weights, none });
}

/** Reads a ranker that has just these features. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadRanker(file: URL, features: readonly string[]): Ranker {
  const body = readSealed<Ranker & { readonly features: readonly string[] }>(file, 'a ranker');
  if (String(body.features) !== String(features)) throw damaged(file, 'a ranker');
  return body;
}

export function rankScore({ weights }: Ranker, features: readonly number[]): number {
  let sum = 0;
  for (const [at, value] of features.entries()) sum += weights[at]! * value;
  return sum;
}

/**
 * Probabilities of the candidates and, last, of nobody.
 */
export function rankProbabilities(ranker: Ranker, candidates: readonly (readonly number[])[]): number[] {
  const scores = [...candidates.map((features) => rankScore(ranker, features)), ranker.none];
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
