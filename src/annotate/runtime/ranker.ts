import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';

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
  const body = { features, weights, none };
  return `${JSON.stringify({ ...body, seal: sealOf(body) }, null, 1)}\n`;
}

/** Reads a ranker that has just these features. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadRanker(file: URL, features: readonly string[]): Ranker {
  const hint = 'reinstall Dateline, or in a checkout run `git checkout models`';
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('MODEL_MISSING', 'a ranker cannot be read', { place: file.pathname, hint, cause });
  }
  try {
    const { seal, ...body } = JSON.parse(content) as Ranker & { features: string[]; seal: string };
    if (seal === sealOf(body) && String(body.features) === String(features)) return body;
  } catch {
    // Not JSON: damaged, as below.
  }
  throw new ConfigError('MODEL_DAMAGED', 'a ranker is not what its seal says', { place: file.pathname, hint });
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

function sealOf(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
}
