import type { Document } from '../../document/document.ts';
import type { Annotated, Sentence, Token, TokenLayer } from '../../document/layers.ts';

/** Tokens `[first, last)` that are printed as one block: a sentence, or a segment that is not read. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly segment: number;
}

/**
 * An annotated document as CoNLL-U (Universal Dependencies v2), ending in a blank line. Every word of the text is
 * printed; a segment that has no sentences (dateline, credit, boilerplate) is a block of its own, marked `# segment =`.
 * Until the language model gives more, tags are `_` and the tree is flat: the first word is the root of the others.
 */
export function writeConllu({ document, layers }: Annotated<'tokens'>): string {
  const lines = [`# newdoc id = ${document.id.replace(/\s+/g, ' ')}`];
  let segment = -1;
  let number = 0;
  for (const block of blocksOf(document, layers.tokens)) {
    if (block.segment !== segment) lines.push('# newpar');
    segment = block.segment;
    const kind = document.segments[segment]?.kind;
    if (kind !== 'paragraph') lines.push(`# segment = ${kind}`);
    lines.push(`# sent_id = ${++number}`, `# text = ${textOf(document, layers.tokens, block)}`);
    lines.push(...wordLines(document.text, layers.tokens.tokens.slice(block.first, block.last)), '');
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
      while ((document.segments[segment]?.end ?? Infinity) <= (tokens[at] as Token).start) segment++;
      const end = document.segments[segment]?.end ?? Infinity;
      let last = at + 1;
      while (last < until && (tokens[last] as Token).start < end) last++;
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
  return text.slice((tokens[first] as Token).start, (tokens[last - 1] as Token).end).replace(/\s+/g, ' ');
}

function wordLines(text: string, words: readonly Token[]): string[] {
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    const id = index + 1;
    if (!word.joined && words[index + 1]?.joined) {
      let last = index + 1;
      while (words[last + 1]?.joined) last++;
      const whole = text.slice(word.start, words[last]?.end);
      lines.push(line(`${id}-${last + 1}`, whole, '_', '_', spacing(words[last] as Token, words[last + 1])));
    }
    const isPart = word.joined || words[index + 1]?.joined;
    const head = index === 0 ? ['0', 'root'] : ['1', 'dep'];
    const misc = isPart ? '_' : spacing(word, words[index + 1]);
    lines.push(line(String(id), text.slice(word.start, word.end), head[0] as string, head[1] as string, misc));
  }
  return lines;
}

function line(id: string, form: string, head: string, relation: string, misc: string): string {
  return [id, form, '_', '_', '_', '_', head, relation, '_', misc].join('\t');
}

function spacing(word: Token, next: Token | undefined): string {
  return next && next.start === word.end ? 'SpaceAfter=No' : '_';
}
