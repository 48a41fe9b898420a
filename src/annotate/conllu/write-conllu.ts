import type { Document } from '../../document/document.ts';
import type { Annotated, Sentence, TokenLayer } from '../../document/layers.ts';
import { sentenceLines } from './word-lines.ts';

/** The layers that are printed. */
export type Printed = Annotated<'tokens' | 'reading' | 'entities'>;

/** Tokens `[first, last)` that are printed as one block: a sentence, or a segment that is not read. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly segment: number;
}

/**
 * An annotated document as CoNLL-U (Universal Dependencies v2), ending in a blank line. Every word of the text is
 * printed; a segment that has no sentences (dateline, credit, boilerplate) is a block of its own, marked `# segment =`.
 * Words of such a segment have no tags and a flat tree. Names stand in MISC: `NE=B-Person`, `NE=I-Person`.
 */
export function writeConllu({ document, layers }: Printed): string {
  const names = nameLabels(layers);
  const lines = [`# newdoc id = ${document.id.replace(/\s+/g, ' ')}`];
  let segment = -1;
  let number = 0;
  for (const block of blocksOf(document, layers.tokens)) {
    if (block.segment !== segment) lines.push('# newpar');
    segment = block.segment;
    const kind = document.segments[segment]?.kind;
    if (kind !== 'paragraph') lines.push(`# segment = ${kind}`);
    lines.push(`# sent_id = ${++number}`, `# text = ${textOf(document, layers.tokens, block)}`);
    lines.push(...sentenceLines(block, document.text, layers, names), '');
  }
  return `${lines.join('\n')}\n`;
}

/** Sentences in order, with the stretches of tokens between them that no sentence has, one a segment. */
function blocksOf(document: Document, { tokens, sentences }: TokenLayer): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let segment = 0;
  const fill = (until: number) => {
    while (at < until) {
      while ((document.segments[segment]?.end ?? Infinity) <= tokens[at]!.start) segment++;
      const end = document.segments[segment]?.end ?? Infinity;
      let last = at + 1;
      while (last < until && tokens[last]!.start < end) last++;
      blocks.push({ first: at, last, segment });
      at = last;
    }
  };
  for (const sentence of sentences as readonly Sentence[]) {
    fill(sentence.first);
    blocks.push(sentence);
    at = sentence.last;
  }
  fill(tokens.length);
  return blocks;
}

function textOf({ text }: Document, { tokens }: TokenLayer, { first, last }: Block): string {
  return text.slice(tokens[first]!.start, tokens[last - 1]!.end).replace(/\s+/g, ' ');
}

/** BIO of the names, by token; undefined where there is none. */
function nameLabels({ entities }: Printed['layers']): Map<number, string> {
  const labels = new Map<number, string>();
  for (const { first, last, label } of entities.mentions) {
    for (let token = first; token < last; token++) labels.set(token, `${token === first ? 'B' : 'I'}-${label}`);
  }
  return labels;
}
