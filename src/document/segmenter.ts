import { blocksOf } from './blocks.ts';
import { dateLineReader } from './date-line.ts';
import type { Dateline, Segment, SegmentKind } from './document.ts';
import { datelineFinder } from './find-dateline.ts';
import type { FindDays } from './full-dates.ts';
import { furnitureFinder } from './furniture.ts';
import type { DocumentLexicon } from './lexicon.ts';
import { type Span, trimmed, wordsOf } from './span.ts';

/** The dateline opens the story: it is looked for in the first paragraphs only. */
const LEAD_WITHIN = 12;
const LONGEST_HEADLINE = 220;
/** What follows the last credit of a story is furniture while it is no longer than this. */
const LONGEST_TAIL = 250;

/** The parts of an article. They cover every character that is not white space and never overlap. */
export interface Segmented {
  readonly segments: Segment[];
  readonly dateline: Dateline | null;
}

export type SegmentText = (text: string, blocks?: readonly Segment[]) => Segmented;

/** A paragraph on its way to its kind; null while nothing has claimed it. */
interface Block extends Span {
  kind: SegmentKind | null;
}

/** Cuts a text into segments. `blocks` are the parts that a source has composed; their kinds are kept. */
export function segmenter(lexicon: DocumentLexicon, findDays: FindDays): SegmentText {
  const furniture = furnitureFinder(lexicon);
  const findDateline = datelineFinder(lexicon, findDays);
  const readDateLine = dateLineReader(lexicon, findDays);

  return (text, composed) => {
    const blocks: Block[] = composed
      ? composed.map(({ kind, start, end }) => ({ start, end, kind: kind === 'paragraph' ? null : kind }))
      : blocksOf(text).map((span) => ({ ...span, kind: null }));
    for (const block of blocks) block.kind ??= kindAlone(wordsOf(text, block));
    const dateline = claimLead(text, blocks);
    if (!composed) claimHeadline(text, blocks, dateline);
    claimTail(blocks);
    return { segments: blocks.flatMap((block) => pieces(text, block, dateline)), dateline };
  };

  function kindAlone(words: string): SegmentKind | null {
    if (readDateLine(words)) return 'boilerplate';
    return furniture.kindOf(words) ?? (furniture.photoCredit(words) ? 'caption' : null);
  }

  function claimLead(text: string, blocks: readonly Block[]): Dateline | null {
    for (const block of blocks.filter(({ kind }) => kind === null).slice(0, LEAD_WITHIN)) {
      const dateline = findDateline(text, block);
      if (dateline) return dateline;
    }
    return null;
  }

  /** The order of the pieces: caption, then its credit; dateline, then its paragraph; furniture where it stands. */
  function pieces(text: string, block: Block, dateline: Dateline | null): Segment[] {
    const kind = block.kind ?? 'paragraph';
    const words = wordsOf(text, block);
    if (kind === 'credit' || kind === 'boilerplate') return [{ kind, start: block.start, end: block.end }];
    const cuts: Segment[] = furniture.inside(words).map((span) => shifted(span, block.start, 'boilerplate'));
    const credit = kind === 'caption' ? furniture.photoCredit(words) : null;
    if (credit) cuts.push(shifted(credit, block.start, 'credit'));
    if (dateline?.start === block.start) cuts.push({ kind: 'dateline', start: dateline.start, end: dateline.end });
    const found = around(text, { kind, start: block.start, end: block.end }, cuts);
    // "TARN, Drevia (AFN) - 14 October 2025": the day may be all that follows a dateline.
    return found.map((piece) =>
      isDayAfterDateline(text, piece, dateline) ? { ...piece, kind: 'boilerplate' } : piece,
    );
  }

  function isDayAfterDateline(text: string, { kind, start, end }: Segment, dateline: Dateline | null): boolean {
    if (kind !== 'paragraph' || dateline === null || start < dateline.end) return false;
    return text.slice(dateline.end, start).trim() === '' && readDateLine(text.slice(start, end)) !== null;
  }
}

/** A headline is the first paragraph before the lead, if it is short and ends like no sentence. */
function claimHeadline(text: string, blocks: readonly Block[], dateline: Dateline | null): void {
  const first = blocks.findIndex(({ kind }) => kind === null);
  const block = blocks[first];
  if (!block || first === blocks.length - 1 || block.start === dateline?.start) return;
  const words = wordsOf(text, block);
  const endsLikeSentence = /[.!]["'”’)\]]*$/.test(words) && !/(?:\p{Lu}\.){2,}$|\.{3}$/u.test(words);
  if (words.length <= LONGEST_HEADLINE && !endsLikeSentence && !words.includes('\n')) block.kind = 'headline';
}

/** Short paragraphs after the last credit ("Our Standards: …") tell of the publisher, not of the story. */
function claimTail(blocks: readonly Block[]): void {
  const lastCredit = blocks.findLastIndex(({ kind }) => kind === 'credit');
  const story = blocks.slice(0, lastCredit).some(({ kind }) => kind === null);
  const after = blocks.slice(lastCredit + 1);
  if (lastCredit === -1 || !story || !after.every(({ start, end }) => end - start <= LONGEST_TAIL)) return;
  if (lastCredit < blocks.length / 2) return;
  for (const block of after) block.kind ??= 'boilerplate';
}

function shifted({ start, end }: Span, by: number, kind: SegmentKind): Segment {
  return { kind, start: start + by, end: end + by };
}

/** A block with pieces cut out of it: what is left of it keeps its kind. */
function around(text: string, block: Segment, cuts: readonly Segment[]): Segment[] {
  const found: Segment[] = [];
  let at = block.start;
  const keep = (start: number, end: number) => {
    const rest = trimmed(text, { start, end });
    if (rest.start < rest.end) found.push({ kind: block.kind, ...rest });
  };
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start < at) continue;
    keep(at, cut.start);
    found.push(cut);
    at = cut.end;
  }
  keep(at, block.end);
  return found;
}
