import { shapeOf } from './shape.ts';

/** A word as the model sees it. */
export interface Pieces {
  /** Ids in the vocabulary, at least one. */
  readonly ids: readonly number[];
  /** One shape for all of them. */
  readonly shape: number;
}

/** The numbers of models/reader.json that decide how a word is cut. */
export interface PieceRules {
  readonly unk: number;
  readonly continuation: string;
  readonly maxPerWord: number;
  readonly maxChunkCharacters: number;
}

/** Cuts one word into pieces. */
export type WordPiece = (word: string) => Pieces;

/** Most words of an article come again in the next; the table is emptied when full, so that it stays bounded. */
const REMEMBERED = 20_000;
/** A longer word is rare, and not worth its place in the table. */
const LONGEST_REMEMBERED = 40;

/**
 * Uncased WordPiece over words that are given, longest match first: "Okonjo" is "ok|##on|##jo". The same as
 * scripts/train/wordpiece.py, word for word; `vocabulary` is the lines of models/wordpiece.txt, in order.
 */
export function wordPiece(vocabulary: readonly string[], rules: PieceRules): WordPiece {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  const longest = vocabulary.reduce((most, piece) => Math.max(most, piece.length), 0);
  const known = new Map<string, Pieces>();

  const match = (chunk: string, found: number[]) => {
    if (chunk.length > rules.maxChunkCharacters && [...chunk].length > rules.maxChunkCharacters) {
      found.push(rules.unk);
      return;
    }
    const before = found.length;
    for (let start = 0; start < chunk.length; ) {
      const prefix = start > 0 ? rules.continuation : '';
      let end = Math.min(chunk.length, start + longest);
      let id: number | undefined;
      for (; end > start; end--) {
        id = ids.get(prefix + chunk.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) {
        found.length = before;
        found.push(rules.unk);
        return;
      }
      found.push(id);
      start = end;
    }
  };

  return (word) => {
    const remembered = known.get(word);
    if (remembered) return remembered;
    const found: number[] = [];
    for (const chunk of chunksOf(word)) match(chunk, found);
    if (found.length === 0) found.push(rules.unk);
    const pieces = { ids: found.slice(0, rules.maxPerWord), shape: shapeOf(word) };
    if (word.length <= LONGEST_REMEMBERED) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(word, pieces);
    }
    return pieces;
  };
}

const PLAIN = /^[a-zA-Z0-9]+$/;
const SPACE = /[\t\n\r\p{Zs}]/u;
/** Accents, and what has no width or no meaning. */
const DROPPED = /[\p{Mn}\p{C}\ufffd]/u;
/** Every mark of ASCII, symbols among them, and whatever else is punctuation. */
const MARK = /[!-/:-@[-`{-~\p{P}]/u;
const IDEOGRAPH = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/u;

/** Normalised stretches of a word, cut at white space and around every mark: "Côte-d'or" is "cote|-|d|'|or". */
function chunksOf(word: string): string[] {
  if (PLAIN.test(word)) return [word.toLowerCase()];
  const chunks: string[] = [];
  let current = '';
  const close = () => {
    if (current !== '') chunks.push(current);
    current = '';
  };
  for (const char of word.normalize('NFD')) {
    if (SPACE.test(char)) close();
    else if (DROPPED.test(char)) continue;
    else if (MARK.test(char) || IDEOGRAPH.test(char)) {
      close();
      chunks.push(char);
    } else current += char.toLowerCase();
  }
  close();
  return chunks;
}
