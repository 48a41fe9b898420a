import type { Sentence, Stretch } from '../../document/layers.ts';

/** A stretch that the story model marks, with the mean probability of its labels. */
export interface Part extends Stretch {
  readonly probability: number;
  /** Whether it is a whole turn of a transcript, whatever the model marks. */
  readonly isTurn?: boolean;
}

/**
 * The stretches that B and I mark, by the best legal sequence (Viterbi) over the sentences in order; no stretch goes from
 * one sentence into the next unless `across`. `lean` is added to O: above 0 fewer are found, below 0 more.
 */
export function decodeParts(
  scores: Float32Array,
  sentences: readonly Sentence[],
  lean: number,
  across: boolean,
): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < sentences.length; ) {
    let to = from + 1;
    // One segment after the other: what is not read between two sentences ends everything.
    while (across && to < sentences.length && sentences[to]!.first === sentences[to - 1]!.last) to++;
    decodeRun(scores, sentences[from]!.first, sentences[to - 1]!.last, lean, parts);
    from = to;
  }
  return parts;
}

function decodeRun(scores: Float32Array, first: number, last: number, lean: number, parts: Part[]): void {
  const count = last - first;
  // By token, whether the best way to O, B and I comes from O (0) or from B or I (1, 2).
  const from = new Uint8Array(3 * count);
  let best: [number, number, number] = [0, -Infinity, -Infinity];
  for (let at = 0; at < count; at++) {
    const [o, b, i] = best;
    const base = 3 * (first + at);
    const any = o >= b && o >= i ? 0 : b >= i ? 1 : 2;
    const inside = b >= i ? 1 : 2;
    from[3 * at] = any;
    from[3 * at + 1] = any;
    from[3 * at + 2] = inside;
    best = [best[any]! + scores[base]! + lean, best[any]! + scores[base + 1]!, best[inside]! + scores[base + 2]!];
  }
  let state = best[0] >= best[1] && best[0] >= best[2] ? 0 : best[1] >= best[2] ? 1 : 2;
  const found: Part[] = [];
  let end = last;
  let sum = 0;
  for (let at = count - 1; at >= 0; at--) {
    const token = first + at;
    if (state === 0) end = token;
    else sum += 1 - Math.exp(scores[3 * token]!);
    if (state === 1) {
      found.push({ first: token, last: end, probability: sum / (end - token) });
      end = token;
      sum = 0;
    }
    state = from[3 * at + state]!;
  }
  parts.push(...found.reverse());
}
