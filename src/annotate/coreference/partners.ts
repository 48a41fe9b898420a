import type { Draft } from './mention.ts';
import type { View } from './view.ts';

/** One turn of a transcript: where its words stand, and the mention of whoever has it. */
interface Turn {
  readonly start: number;
  readonly end: number;
  readonly speaker: number;
}

/**
 * By "you" in a question of an interview, the mention of whoever is asked: who had the turn before, or else who has the next
 * ("Lund: Would [you] go? [Oduya]: No."). "You" in answers is often anybody, and has none.
 */
export function partners(
  view: View,
  mentions: readonly Draft[],
  voiceOf: ReadonlyMap<number, number>,
): Map<number, number> {
  const turns = turnsOf(view, mentions);
  const found = new Map<number, number>();
  const nameOf = ({ speaker }: Turn) => {
    const { start, end } = view.tokens[mentions[speaker]!.head]!;
    return view.text.slice(start, end);
  };
  for (const [at, turn] of turns.entries()) {
    if (!view.text.slice(turn.start, turn.end + 1).includes('?')) continue;
    const other = [turns[at - 1], turns[at + 1]].find((each) => each && nameOf(each) !== nameOf(turn));
    if (!other) continue;
    // The label stands right before the words.
    for (let index = turn.speaker + 1; index < mentions.length; index++) {
      const { person, first } = mentions[index]!;
      if (view.tokens[first]!.start >= turn.end) break;
      if (person === 2 && voiceOf.has(index)) found.set(index, other.speaker);
    }
  }
  return found;
}

/** Direct speech without a word of saying, right behind "Name:", in text order. */
function turnsOf(view: View, mentions: readonly Draft[]): Turn[] {
  const byHead = new Map(mentions.map(({ head }, at) => [head, at]));
  return view.quotations.quotations.flatMap(({ kind, cue, source, content }) => {
    const speaker = source ? byHead.get(source.head) : undefined;
    const [first] = content;
    if (kind !== 'direct' || cue || speaker === undefined || !first) return [];
    const isBehind = /^\s*:\s*$/.test(view.text.slice(source!.end, first.start));
    return isBehind ? [{ start: first.start, end: content.at(-1)!.end, speaker }] : [];
  });
}
