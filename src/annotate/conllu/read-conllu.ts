import type { Segment } from '../../document/document.ts';
import type { Sentence, Token, TokenLayer } from '../../document/layers.ts';
import { InputError } from '../../errors.ts';

/** The text that a CoNLL-U file is about, one segment a sentence, with the file's own words and sentences. */
export interface GivenTokens {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly tokens: TokenLayer;
}

const WORD_ID = /^[1-9]\d*$/;
const RANGE_ID = /^([1-9]\d*)-([1-9]\d*)$/;
const EMPTY_ID = /^\d+\.\d+$/;

/**
 * Reads the words and sentences of a CoNLL-U file. The text is composed of the words' forms, so that every span is
 * its word; empty nodes and all annotation are passed over, of a multiword token only its extent is kept.
 * @throws InputError `CONLLU_BAD_LINE` with `file:line`
 */
export function readConllu(source: string, place: string): GivenTokens {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const segments: Segment[] = [];
  let text = '';
  let first = 0;
  let range = { from: 0, to: -1, isSpaced: true };

  const closeSentence = () => {
    if (tokens.length === first) return;
    text = text.trimEnd();
    const span = { start: (tokens[first] as Token).start, end: text.length };
    sentences.push({ ...span, first, last: tokens.length, segment: segments.length });
    segments.push({ kind: 'paragraph', ...span });
    text += '\n';
    first = tokens.length;
    range = { from: 0, to: -1, isSpaced: true };
  };

  const readRow = (row: string, number: number) => {
    const columns = row.split('\t');
    const [id, form] = columns as [string, string];
    const isSpaced = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(columns[9] ?? '');
    const span = RANGE_ID.exec(id);
    if (columns.length !== 10 || !(span || WORD_ID.test(id) || EMPTY_ID.test(id))) {
      throw new InputError('CONLLU_BAD_LINE', 'not a line of CoNLL-U: ten columns parted by tabs, an id first', {
        place: `${place}:${number}`,
        hint: 'see universaldependencies.org/format.html',
      });
    }
    if (span) range = { from: Number(span[1]), to: Number(span[2]), isSpaced };
    if (!WORD_ID.test(id)) return;
    const at = Number(id);
    const isInRange = at >= range.from && at <= range.to;
    const word = form.replace(/\s/g, '\u00a0');
    tokens.push({ start: text.length, end: text.length + word.length, joined: isInRange && at > range.from });
    const isFollowedBySpace = isInRange ? at === range.to && range.isSpaced : isSpaced;
    text += word + (isFollowedBySpace ? ' ' : '');
  };

  for (const [index, row] of source.split(/\r?\n/).entries()) {
    if (row === '') closeSentence();
    else if (!row.startsWith('#')) readRow(row, index + 1);
  }
  closeSentence();
  if (sentences.length === 0) throw new InputError('CONLLU_EMPTY', 'the file has no sentences', { place });
  return { text, segments, tokens: { tokens, sentences } };
}
