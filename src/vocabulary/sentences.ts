import { didYouMean } from './did-you-mean.ts';
import { type Mark, marked } from './marked.ts';

/** Which marks an example carries. */
export interface Marks {
  /** Roles that stand in it exactly once. */
  readonly once: readonly string[];
  /** Roles that may stand in it any number of times. */
  readonly any?: readonly string[];
}

/** What is wrong with the marks of a sentence, and its marks (none where they cannot be read). */
export function sentenceFaults(
  sentence: string,
  { once, any = [] }: Marks,
): { faults: string[]; text: string; spans: readonly Mark[] } {
  try {
    const { text, spans } = marked(sentence);
    const known = [...once, ...any];
    const faults = spans
      .filter(({ role }) => !known.includes(role))
      .map(({ role }) => `no mark "${role}" may stand here${didYouMean(role, known)}`);
    for (const role of once) {
      const count = spans.filter((span) => span.role === role).length;
      if (count !== 1) faults.push(`must have one {${role}:…} mark, has ${count}`);
    }
    return { faults, text, spans };
  } catch (error) {
    return { faults: [(error as Error).message], text: '', spans: [] };
  }
}
