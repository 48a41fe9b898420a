import type { Ranker } from '../../src/annotate/runtime/ranker.ts';

/** One decision: the features of each candidate, and which are right; none right means that nobody is. */
export interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const ROUNDS = 200;
const RATE = 0.1;
const DECAY = 1e-4;

/** All choices in one row of numbers, because a training reads them hundreds of times. */
interface Table {
  readonly features: Float64Array;
  /** 1 where a candidate is right. */
  readonly right: Uint8Array;
  /** Where the candidates of each choice begin, and where the last ones end. */
  readonly starts: Int32Array;
}

/** Softmax regression over the candidates and "nobody", by Adam over all choices at once: the same result every time. */
export function learnRanker(choices: readonly Choice[], width: number): Ranker {
  const table = tableOf(choices, width);
  const weights = new Float64Array(width + 1);
  const first = new Float64Array(width + 1);
  const second = new Float64Array(width + 1);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeOf(table, weights);
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

function tableOf(choices: readonly Choice[], width: number): Table {
  const count = choices.reduce((sum, { right }) => sum + right.length, 0);
  const table = {
    features: new Float64Array(count * width),
    right: new Uint8Array(count),
    starts: new Int32Array(choices.length + 1),
  };
  let at = 0;
  for (const [number, { features, right }] of choices.entries()) {
    for (const [candidate, row] of features.entries()) {
      table.features.set(row, at * width);
      table.right[at++] = Number(right[candidate]);
    }
    table.starts[number + 1] = at;
  }
  return table;
}

/** Slope of the negative log-likelihood: what is expected less what is right. */
function slopeOf({ features, right, starts }: Table, weights: Float64Array): Float64Array {
  const width = weights.length - 1;
  const slope = new Float64Array(width + 1);
  const powers = new Float64Array(starts.at(-1)!);
  for (let choice = 0; choice + 1 < starts.length; choice++) {
    const [from, to] = [starts[choice]!, starts[choice + 1]!];
    let most = weights[width]!;
    for (let at = from; at < to; at++) {
      let score = 0;
      for (let k = 0; k < width; k++) score += features[at * width + k]! * weights[k]!;
      powers[at] = score;
      if (score > most) most = score;
    }
    const nobody = Math.exp(weights[width]! - most);
    let [all, good] = [nobody, 0];
    for (let at = from; at < to; at++) {
      powers[at] = Math.exp(powers[at]! - most);
      all += powers[at]!;
      if (right[at]) good += powers[at]!;
    }
    slope[width]! += nobody / all - (good > 0 ? 0 : 1);
    for (let at = from; at < to; at++) {
      const share = powers[at]! / all - (right[at] ? powers[at]! / good : 0);
      for (let k = 0; k < width; k++) slope[k]! += share * features[at * width + k]!;
    }
  }
  return slope;
}
