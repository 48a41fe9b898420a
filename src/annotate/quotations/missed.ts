import type { Quotation } from '../../document/layers.ts';
import type { CueList } from './cues.ts';
import { quotationOf, saidBy } from './nested.ts';
import type { Quoted } from './quote-marks.ts';
import { tokensOf, type View } from './view.ts';

const PASSES_ON = /^(?:quote|cite)$/;

/** What the narrator tells of speech and the model has not marked: "rejected [the call]", "put [the crowd at 300]". */
export function missed(view: View, found: readonly Quotation[], quoted: readonly Quoted[], cues: CueList): Quotation[] {
  const isSaid = new Uint8Array(view.tokens.length);
  for (const { content, cue } of found) {
    if (cue) isSaid[cue.head] = 1;
    for (const span of content) {
      const { first, last } = tokensOf(view, span);
      isSaid.fill(1, first, last);
    }
  }
  return view.syntax.clauses.flatMap((clause) => {
    // "quoted the ministry as [saying] …": the word of saying is the other.
    if (isSaid[clause.predicate] || PASSES_ON.test(view.reading.lemmas[clause.predicate]!)) return [];
    const frame = saidBy(view, clause, cues, false);
    if (!frame) return [];
    for (let token = frame.content.first; token < frame.content.last; token++) if (isSaid[token]) return [];
    return [quotationOf(view, clause, frame, quoted, cues)];
  });
}
