/** Which label may follow which: I-X only B-X and I-X, and nothing at the start of a sentence. */
export interface NameRules {
  readonly labels: readonly string[];
  /** By label the labels that may stand before it, ascending. */
  readonly before: readonly (readonly number[])[];
  /** By label whether it may begin a sentence. */
  readonly mayStart: readonly boolean[];
}

export function nameRules(labels: readonly string[]): NameRules {
  const all = labels.map((_, index) => index);
  return {
    labels,
    before: labels.map((label) =>
      label.startsWith('I-') ? all.filter((index) => labels[index]!.slice(2) === label.slice(2)) : all,
    ),
    mayStart: labels.map((label) => !label.startsWith('I-')),
  };
}

/**
 * The best legal BIO labels of `count` words (Viterbi): `scores[word * labels + label]` are log-probabilities, and the
 * first of equals wins.
 */
export function decodeNames(
  scores: ArrayLike<number>,
  count: number,
  { labels, before, mayStart }: NameRules,
): string[] {
  if (count === 0) return [];
  const width = labels.length;
  const from = new Int32Array(count * width);
  let best = new Float64Array(width);
  for (let label = 0; label < width; label++) best[label] = mayStart[label] ? scores[label]! : -Infinity;
  for (let word = 1; word < count; word++) {
    const next = new Float64Array(width);
    for (let label = 0; label < width; label++) {
      let top = before[label]![0]!;
      for (const previous of before[label]!) if (best[previous]! > best[top]!) top = previous;
      from[word * width + label] = top;
      next[label] = best[top]! + scores[word * width + label]!;
    }
    best = next;
  }
  let at = 0;
  for (let label = 1; label < width; label++) if (best[label]! > best[at]!) at = label;
  const path = new Array<string>(count);
  for (let word = count - 1; word >= 0; word--) {
    path[word] = labels[at]!;
    at = from[word * width + at]!;
  }
  return path;
}
