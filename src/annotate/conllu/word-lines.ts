import type { ReadingLayer, Stretch, Token, TokenLayer } from '../../document/layers.ts';

/**
 * The lines of tokens `[first, last)`: one a word, and before the words of a multiword token one with their range.
 * `names` is the BIO label of a token, where it has one.
 */
export function sentenceLines(
  { first, last }: Stretch,
  text: string,
  { tokens: { tokens }, reading }: { readonly tokens: TokenLayer; readonly reading: ReadingLayer },
  names: ReadonlyMap<number, string>,
): string[] {
  const lines: string[] = [];
  // Read are sentences, and in a sentence every word has a tag.
  const isRead = reading.upos[first] !== '_';
  for (let at = first; at < last; at++) {
    const token = tokens[at]!;
    const id = at - first + 1;
    const startsRange = !token.joined && at + 1 < last && tokens[at + 1]!.joined;
    if (startsRange) {
      let end = at + 1;
      while (end + 1 < last && tokens[end + 1]!.joined) end++;
      const form = text.slice(token.start, tokens[end]!.end);
      lines.push(
        line(`${id}-${end - first + 1}`, form, NOTHING, spacing(tokens[end]!, tokens[end + 1], end + 1 < last)),
      );
    }
    const isPart = token.joined || startsRange;
    const space = isPart ? '_' : spacing(token, tokens[at + 1], at + 1 < last);
    const name = names.get(at);
    const misc = name === undefined ? space : space === '_' ? `NE=${name}` : `NE=${name}|${space}`;
    const columns = isRead ? columnsOf(reading, at, first) : flat(at === first);
    lines.push(line(String(id), text.slice(token.start, token.end), columns, misc));
  }
  return lines;
}

/** LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL. */
type Columns = readonly [string, string, string, string, string, string];

const NOTHING: Columns = ['_', '_', '_', '_', '_', '_'];

function columnsOf({ lemmas, upos, xpos, feats, heads, relations }: ReadingLayer, at: number, first: number): Columns {
  const head = heads[at]! < 0 ? 0 : heads[at]! - first + 1;
  return [lemmas[at]!, upos[at]!, xpos[at]!, feats[at] ?? '_', String(head), relations[at]!];
}

/** What is not read has a tree all the same: its first word is the root of the others. */
function flat(isFirst: boolean): Columns {
  return ['_', '_', '_', '_', ...(isFirst ? (['0', 'root'] as const) : (['1', 'dep'] as const))];
}

function line(id: string, form: string, columns: Columns, misc: string): string {
  return [id, form, ...columns, '_', misc].join('\t');
}

function spacing(word: Token, next: Token | undefined, isWithin: boolean): string {
  return isWithin && next && next.start === word.end ? 'SpaceAfter=No' : '_';
}
