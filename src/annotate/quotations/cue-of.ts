import type { Stretch } from '../../document/layers.ts';
import type { Part } from './decode-parts.ts';
import { headOf, type View } from './view.ts';

/** Words between a content and its cue, beyond which they do not belong together without a tie in the tree. */
const FARTHEST = 14;
const TIED = 8;

/**
 * The cue of a content: the one that governs it in the tree ("{said} that [it would]"), or hangs below it ("[it would],
 * he {said}"), else the nearest in the same sentence. Null where none is near.
 */
export function cueOf(view: View, content: Stretch, cues: readonly Part[]): Part | null {
  const from = view.sentences[view.sentenceOf[content.first]!]!.first;
  const to = view.sentences[view.sentenceOf[content.last - 1]!]!.last;
  let best: Part | null = null;
  let most = -FARTHEST;
  for (const cue of cues) {
    if (cue.last <= from || cue.first >= to) continue;
    const inside = cue.first >= content.first && cue.last <= content.last;
    if (inside) continue;
    const gap = cue.last <= content.first ? content.first - cue.last : cue.first - content.last;
    const score = (isTied(view, content, cue) ? TIED : 0) + cue.probability - Math.max(0, gap);
    if (score > most) {
      most = score;
      best = cue;
    }
  }
  return best;
}

/** Whether one of the two depends on the other. */
export function isTied(view: View, content: Stretch, cue: Stretch): boolean {
  const { heads } = view.syntax;
  const within = ({ first, last }: Stretch, token: number) => token >= first && token < last;
  const above = heads[headOf(view, content)]!;
  const aboveCue = heads[headOf(view, cue)]!;
  return (above >= 0 && within(cue, above)) || (aboveCue >= 0 && within(content, aboveCue));
}
