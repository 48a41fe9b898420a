import type { Token } from '../../document/layers.ts';
import { type Abbreviation, keepsPeriod } from './abbreviations.ts';
import { addressEnd } from './addresses.ts';
import { ADDRESS, DIGIT, FLAGS, LETTER, SPACE } from './chars.ts';
import { emit, emitWord, type Scan } from './scan.ts';
import { scanMark } from './scan-mark.ts';
import { scanWord } from './scan-word.ts';

/** Words of `text.slice(start, end)`, in order; they cover all of it that is not white space. */
export type Tokenize = (text: string, start: number, end: number) => Token[];

/**
 * A tokenizer that splits words as the English treebanks of Universal Dependencies (2.16) do: "do|n't", "Oduya|'s",
 * "Haldish|-|led", "$|5", "U.S.", "7:30|pm". It looks at nothing outside `[start, end)`, so a paragraph gives the same
 * words alone and inside its document.
 */
export function tokenizer(abbreviations: readonly Abbreviation[]): Tokenize {
  const keeps = keepsPeriod(abbreviations);
  return (text, start, end) => {
    const scan: Scan = {
      text: end < text.length ? text.slice(0, end) : text,
      from: start,
      out: [],
      keepsPeriod: keeps,
      quoted: false,
    };
    let at = start;
    while (at < end) {
      if (FLAGS[text.charCodeAt(at)] === SPACE) {
        at++;
        continue;
      }
      const from = at;
      let flags = 0;
      for (; at < end; at++) {
        const flag = FLAGS[text.charCodeAt(at)]!;
        if (flag === SPACE) break;
        flags |= flag;
      }
      if (flags === LETTER) emitWord(scan, from, at);
      else if (flags === DIGIT) emit(scan, from, at);
      else scanChunk(scan, from, at, (flags & ADDRESS) !== 0);
    }
    return scan.out;
  };
}

/** A chunk is what stands between white space: "(U.S.-led)," or "https://example.org/a." */
function scanChunk(scan: Scan, start: number, end: number, mayBeAddress: boolean): void {
  const { text } = scan;
  let at = start;
  while (at < end) {
    if ((FLAGS[text.charCodeAt(at)]! & (LETTER | DIGIT)) === 0) {
      at = scanMark(scan, at, end);
      continue;
    }
    const to = mayBeAddress || text.charCodeAt(at) === 0x77 ? addressEnd(text, at, end) : 0;
    if (to > at) {
      emit(scan, at, to);
      at = to;
    } else at = scanWord(scan, at, end);
  }
}
