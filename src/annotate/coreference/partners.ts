import type { Draft } from './mention.ts';
import type { View } from './view.ts';

/** One turn of a transcript: where its words stand, and the mention of whoever has it. */
interface Turn {
  readonly start: number;
  readonly end: number;
  readonly speaker: number;
}

/**
 * By "you", the mention of whoever is spoken to: whom a quotation is told ("“[You] lied,” Lund told [the driver]"), and in a
 * question of an interview the mention of whoever is asked: who had the turn before, or else who has the next
 * ("Lund: Would [you] go? [Oduya]: No."). "You" in answers is often anybody, and has none.
 */
export function partners(
  view: View,
  mentions: readonly Draft[],
  voiceOf: ReadonlyMap<number, number>,
): Map<number, number> {
  const turns = turnsOf(view, mentions);
  const found = toldTo(view, mentions, voiceOf);
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

/** "“[You] lied,” Lund told [the driver]": by "you" in what somebody is told, the mention of who is told it. */
function toldTo(
  { quotations, syntax, tokens }: View,
  mentions: readonly Draft[],
  voiceOf: ReadonlyMap<number, number>,
) {
  const byHead = new Map(mentions.map(({ head }, at) => [head, at]));
  const yours = [...mentions.keys()].filter((at) => mentions[at]!.person === 2 && voiceOf.has(at));
  const found = new Map<number, number>();
  for (const { kind, cue, content } of quotations.quotations) {
    if (kind === 'indirect' || !cue || yours.length === 0) continue;
    const whom = syntax.children[cue.head]!.find((child) => /^i?obj$/.test(syntax.relations[child]!));
    const told = byHead.get(whom ?? -1);
    if (told === undefined || !/^(?:Person|Group)$/.test(mentions[told]!.type ?? '')) continue;
    for (const at of yours) {
      const { start } = tokens[mentions[at]!.first]!;
      if (content.some((each) => each.start <= start && start < each.end)) found.set(at, told);
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
