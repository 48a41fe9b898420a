import type { Ranker } from '../../src/annotate/runtime/ranker.ts';

/** One decision: the features of each candidate, and which are right; none right means that nobody is. */
export interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const ROUNDS = 400;
const RATE = 0.1;
const DECAY = 1e-4;

/** Softmax regression over the candidates and "nobody", by Adam over all choices at once: the same result every time. */
export function learnRanker(choices: readonly Choice[], width: number): Ranker {
  const weights = new Float64Array(width + 1);
  const first = new Float64Array(width + 1);
  const second = new Float64Array(width + 1);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = new Float64Array(width + 1);
    for (const choice of choices) addSlope(choice, weights, slope);
    for (let at = 0; at <= width; at++) {
      const one = slope[at]! / choices.length + DECAY * weights[at]!;
      first[at] = 0.9 * first[at]! + 0.1 * one;
      second[at] = 0.99 * second[at]! + 0.01 * one * one;
      const step = first[at]! / (1 - 0.9 ** round) / (Math.sqrt(second[at]! / (1 - 0.99 ** round)) + 1e-9);
      weights[at]! -= RATE * (1 - round / (ROUNDS + 1)) * step;
    }
  }
  const rounded = [...weights].map((weight) => Math.round(weight * 1e4) / 1e4);
  return { weights: rounded.slice(0, width), none: rounded[width]! };
}

/** Slope of the negative log-likelihood: what is expected less what is right. */
function addSlope({ features, right }: Choice, weights: Float64Array, slope: Float64Array): void {
  const width = weights.length - 1;
  const scores = features.map((row) => row.reduce((sum, value, at) => sum + value * weights[at]!, 0));
  scores.push(weights[width]!);
  const isRight = right.includes(true) ? [...right, false] : [...right.map(() => false), true];
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((a, b) => a + b, 0);
  const good = powers.reduce((sum, power, at) => sum + (isRight[at] ? power : 0), 0);
  for (const [at, power] of powers.entries()) {
    const share = power / all - (isRight[at] ? power / good : 0);
    if (at === features.length) slope[width]! += share;
    else for (const [k, value] of features[at]!.entries()) slope[k]! += share * value;
  }
}
