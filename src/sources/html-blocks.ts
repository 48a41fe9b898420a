import type { Block } from './compose.ts';
import { type DomElement, type DomNode, isElement, TEXT_NODE, walk } from './dom.ts';
import { isHidden } from './hidden.ts';
import { inOneLine } from './one-line.ts';

/** Elements whose text is not the article's. */
const SKIPPED = new Set(
  (
    'script style noscript template head title nav aside footer button select option datalist textarea input label ' +
    'svg iframe object embed video audio canvas map dialog menu rp rt'
  ).split(' '),
);
/** Elements that begin and end a paragraph. All others stand in one, as in browsers. */
const BLOCKS = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main ol p pre search section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const CAPTION = /(?:^|[\s_-])(?:fig)?caption(?:[\s_-]|$)/i;
const CREDIT = /(?:^|[\s_-])(?:credits?|copyright|photographer|attribution|source)(?:[\s_-]|$)/i;

/** A block and the characters of it that stand in links: a list of links is no article. */
export interface HtmlBlock extends Block {
  readonly linked: number;
}

/** Characters of a figure's further text above which it is not a credit but part of the article. */
const LONGEST_CREDIT = 300;
/** What a figure may show instead of a picture: its text is the article's. */
const SHOWN = new Set(['blockquote', 'table', 'pre', 'ul', 'ol']);

/** State of one walk: the block being written, and the elements around it that decide what it is. */
class BlockWriter {
  readonly blocks: (HtmlBlock & { readonly figure: DomElement | null })[] = [];
  private text = '';
  private linked = 0;
  /** A line break came last, apart from white space. */
  private broken = false;
  private readonly around: Record<'figure' | 'caption' | 'link' | 'shown', DomElement[]> = {
    figure: [],
    caption: [],
    link: [],
    shown: [],
  };

  /** Answers whether to look inside. */
  enter(node: DomNode): boolean {
    if (node.nodeType === TEXT_NODE) this.write(node.textContent ?? '');
    if (!isElement(node) || SKIPPED.has(node.localName) || isHidden(node)) return false;
    if (node.localName === 'br') this.lineBreak();
    this.part(node);
    if (node.localName === 'a') this.around.link.push(node);
    if (node.localName === 'figure') this.around.figure.push(node);
    if (SHOWN.has(node.localName)) this.around.shown.push(node);
    if (this.startsCaption(node)) {
      this.end();
      this.around.caption.push(node);
    }
    return true;
  }

  leave(node: DomNode): void {
    if (!isElement(node)) return;
    this.part(node);
    if (this.around.caption.at(-1) === node) this.end();
    for (const elements of Object.values(this.around)) if (elements.at(-1) === node) elements.pop();
  }

  /** Ends the block being written, if there is anything in it. A figure's caption and credit are one block. */
  end(): void {
    const text = inOneLine(this.text);
    const linked = Math.min(this.linked, text.length);
    this.text = '';
    this.linked = 0;
    this.broken = false;
    if (text === '') return;
    const figure = this.around.figure.at(-1) ?? null;
    const kind = this.around.caption.length > 0 || this.isCredit(text, figure) ? 'caption' : 'paragraph';
    const last = this.blocks.at(-1);
    if (kind === 'caption' && figure !== null && last?.figure === figure && last.kind === 'caption') {
      this.blocks[this.blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
    } else {
      this.blocks.push({ kind, text, linked, figure });
    }
  }

  private write(text: string): void {
    this.text += text;
    const length = inOneLine(text).length;
    if (length > 0) this.broken = false;
    if (this.around.link.length > 0) this.linked += length;
  }

  /** Parts the text at the edge of an element: by a block, or by a space within a caption or a row of a table. */
  private part(node: DomElement): void {
    const name = node.localName;
    const inCaption = this.around.caption.length > 0;
    const block = BLOCKS.has(name);
    if (block && !inCaption) this.end();
    else if (block || name === 'td' || name === 'th' || (inCaption && CREDIT.test(classOf(node)))) this.text += ' ';
  }

  /** Two line breaks in a row are how old pages end a paragraph. */
  private lineBreak(): void {
    if (this.broken && this.around.caption.length === 0) this.end();
    this.text += ' ';
    this.broken = true;
  }

  private startsCaption(node: DomElement): boolean {
    if (this.around.caption.length > 0) return false;
    const name = node.localName;
    if (name === 'figcaption') return true;
    if (name !== 'p' && name !== 'div' && name !== 'span') return false;
    return CAPTION.test(classOf(node)) || (this.around.figure.length > 0 && CREDIT.test(classOf(node)));
  }

  /** Short text in a figure beside its caption is its credit: Readability takes the class that says so away. */
  private isCredit(text: string, figure: DomElement | null): boolean {
    if (figure === null || text.length > LONGEST_CREDIT) return false;
    const shown = this.around.shown.at(-1);
    return !(shown && figure.contains(shown)) && figure.querySelector('figcaption') !== null;
  }
}

/** The captions and paragraphs inside an element, in document order, with white space collapsed. */
export function htmlBlocks(root: DomElement): HtmlBlock[] {
  const writer = new BlockWriter();
  walk(root, { enter: (node) => writer.enter(node), leave: (node) => writer.leave(node) });
  writer.end();
  return writer.blocks.map(({ kind, text, linked }) => ({ kind, text, linked }));
}

const classOf = (node: DomElement): string => node.getAttribute('class') ?? '';
