import type { SegmentKind } from '../../document/document.ts';
import type { Sentence, Token } from '../../document/layers.ts';
import { step } from '../step.ts';
import type { Abbreviation } from './abbreviations.ts';
import { detachPeriods } from './detach-periods.ts';
import type { SentenceModel } from './sentence-model.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenizer } from './tokenize.ts';

/** Segments that are read; the others get tokens but no sentences. */
const READ: ReadonlySet<SegmentKind> = new Set(['headline', 'caption', 'paragraph']);

/** Words of every segment, and the sentences of those that are read. */
export function tokens(data: { abbreviations: readonly Abbreviation[]; model: SentenceModel }) {
  const tokenize = tokenizer(data.abbreviations);
  const never = new Set(data.abbreviations.filter(({ ends }) => ends === 'never').map(({ form }) => form));
  const splitter = { model: data.model, never };
  return step({
    name: 'tokens',
    needs: [],
    gives: 'tokens',
    run({ text, segments }) {
      const all: Token[] = [];
      const sentences: Sentence[] = [];
      for (const [index, segment] of segments.entries()) {
        const found = tokenize(text, segment.start, segment.end);
        if (!READ.has(segment.kind)) {
          append(all, found);
          continue;
        }
        const begins = splitSentences(text, found, 0, found.length, splitter);
        const cut = detachPeriods(text, found, begins);
        const base = all.length;
        append(all, cut.tokens);
        for (const [at, begin] of cut.begins.entries()) {
          const first = base + begin;
          const last = base + (cut.begins[at + 1] ?? cut.tokens.length);
          sentences.push({ start: all[first]!.start, end: all[last - 1]!.end, first, last, segment: index });
        }
      }
      return { tokens: all, sentences };
    },
  });
}

/** A loop, because a spread of a very long paragraph would overflow the stack. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}
