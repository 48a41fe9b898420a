import type { View } from './view.ts';

/** Statements back in which a speaker's last day is looked for. */
const NEAR = 3;

/**
 * The time of a gathering at which something is said, as an index in `TimeLayer.times`: that of the saying, else the last
 * that its speaker is said to have spoken at, as the first lines of a story have it: "blamed on Monday …", "He told [a meeting]".
 */
export function timeOfOccasion({ statements, saidIn }: View, token: number, clause: number): number | null {
  const told = statements.findIndex(({ cue }) => cue?.head === clause);
  if (told < 0 || saidIn[token] === told) return null;
  const { speaker } = statements[told]!;
  for (let at = told; at >= 0 && told - at <= NEAR && speaker !== null; at--) {
    const before = statements[at]!;
    if (before.speaker === speaker && before.saidAt !== null) return before.saidAt;
  }
  return null;
}
