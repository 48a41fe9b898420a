import type { NameLabel, Sentence, Stretch } from '../../document/layers.ts';

/** A name that is being looked at: tokens `[first, last)`. */
export interface Found extends Stretch {
  readonly label: NameLabel;
}

/** The names that BIO labels mark, in text order; none goes over the end of a sentence. */
export function mentionsIn(labels: readonly string[], sentences: readonly Sentence[]): Found[] {
  const found: Found[] = [];
  for (const sentence of sentences) {
    for (let first = sentence.first; first < sentence.last; ) {
      let last = first + 1;
      if (labels[first] !== 'O') {
        const label = labels[first]!.slice(2) as NameLabel;
        while (last < sentence.last && labels[last] === `I-${label}`) last++;
        found.push({ first, last, label });
      }
      first = last;
    }
  }
  return found;
}
