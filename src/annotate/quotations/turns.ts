import type { Stretch } from '../../document/layers.ts';
import { labelOf } from './labelled-source.ts';
import { spanOf, type View } from './view.ts';

/** One turn of a transcript: who has it, and all that is said in it. */
export interface Turn {
  readonly label: Stretch;
  readonly content: Stretch;
}

/** Fewer labelled paragraphs are no transcript, nor are those in which nobody speaks twice: "WEATHER: Rain is expected." */
const FEWEST = 3;

/** "ODUYA: We will not yield. The port is ours.": in a transcript whole paragraphs are said, whoever else is quoted in them. */
export function turnsOf(view: View): Turn[] {
  const found: Turn[] = [];
  let at = 0;
  while (at < view.sentences.length) {
    const { segment, first } = view.sentences[at]!;
    while (at + 1 < view.sentences.length && view.sentences[at + 1]!.segment === segment) at++;
    const { last } = view.sentences[at++]!;
    const label = view.headlines.has(segment) ? null : labelOf(view, first);
    if (label && label.last + 1 < last) found.push({ label, content: { first: label.last + 1, last } });
  }
  const names = new Set(
    found.map(({ label }) => {
      const { start, end } = spanOf(view, label);
      return view.text.slice(start, end);
    }),
  );
  return found.length >= FEWEST && names.size < found.length ? found : [];
}
