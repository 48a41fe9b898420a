import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { articleBody } from './article-body.ts';
import { collect } from './collect.ts';
import { compose, underHeadline } from './compose.ts';
import { decode } from './decode.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { type HtmlBlock, htmlBlocks } from './html-blocks.ts';
import { htmlMetadata } from './html-metadata.ts';
import { newDraft } from './new-draft.ts';
import type { Settings } from './options.ts';
import { parsePage } from './parse-page.ts';
import type { Input } from './reader.ts';

/** Where a page is from and how to find its article. */
export interface Page {
  readonly place: string;
  readonly url: string | null;
  readonly selector: string | null;
  /** The headline where the page itself names none. */
  readonly title?: string | null;
}

/** Letters of running text that make a page an article: one short sentence. */
const SHORTEST_BODY = 40;
/** Share of a page's text in links above which it is a list of articles. */
const MOST_LINKED = 0.6;

/**
 * A web page: its headline, captions and paragraphs as text with blocks, its metadata as what is known.
 * @throws InputError SOURCE_NO_BODY, SOURCE_TOO_COMPLEX, SOURCE_BAD_DATE, SOURCE_BINARY, SOURCE_ENCODING,
 *   SOURCE_TOO_LARGE
 */
export async function* html(input: Input, { maxBytes, selector }: Settings): AsyncGenerator<Draft> {
  const { place, url, charset } = input;
  const content = decode(await collect(input.bytes, { maxBytes, place }), { place, charset, declares: 'html' });
  yield htmlDraft(content, { place, url, selector });
}

/** Reads decoded HTML. Throws as `html` does. */
export function htmlDraft(content: string, page: Page): Draft {
  const document = parsePage(content, page.place);
  const metadata = htmlMetadata(document, page);
  const known = { ...metadata, title: metadata.title ?? page.title ?? null };
  const body = page.selector === null ? guessedBody(document, page) : selectedBody(document, page.selector, page.place);
  const { text, blocks } = compose(underHeadline(known.title, body));
  return newDraft(page.place, text, { ...known, blocks });
}

function guessedBody(document: DomDocument, { place }: Page): HtmlBlock[] {
  let blocks: HtmlBlock[];
  try {
    const found = articleBody(document);
    blocks = found ? [...found.lead.flatMap(htmlBlocks), ...htmlBlocks(found.root)] : [];
  } catch (cause) {
    throw noBody('its article could not be told from the rest', place, cause);
  }
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  const size = sum(paragraphs.map(({ text }) => text.length));
  const linked = sum(paragraphs.map(({ linked }) => linked));
  if (size < SHORTEST_BODY) throw noBody('no article text found', place);
  if (linked > size * MOST_LINKED) throw noBody('a list of links, not an article', place);
  return blocks;
}

function selectedBody(document: DomDocument, selector: string, place: string): HtmlBlock[] {
  let roots: DomElement[];
  try {
    roots = [...document.querySelectorAll(selector)];
  } catch (cause) {
    throw noBody(`the selector "${selector}" cannot be read`, place, cause);
  }
  const blocks = outermost(roots).flatMap(htmlBlocks);
  if (blocks.length === 0) throw noBody(`nothing to read at the selector "${selector}"`, place);
  return blocks;
}

/** Elements in document order without those inside another of them. */
function outermost(elements: readonly DomElement[]): DomElement[] {
  const kept: DomElement[] = [];
  for (const element of elements) if (!kept.at(-1)?.contains(element)) kept.push(element);
  return kept;
}

function noBody(message: string, place: string, cause?: unknown): InputError {
  return new InputError('SOURCE_NO_BODY', message, {
    place,
    hint: 'pass --selector with the element that holds it',
    cause,
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
