import type { RelationCue } from '../../vocabulary/records.ts';

/** By lemma, what it tells; of a lemma that several tell of, the last. */
export type Cues = ReadonlyMap<string, RelationCue>;

export function cuesOf(rows: readonly RelationCue[]): Cues {
  return new Map(rows.flatMap((cue) => cue.words.map((word) => [word, cue] as const)));
}
