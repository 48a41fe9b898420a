import { parseHTML } from 'linkedom';
import { InputError } from '../errors.ts';
import { tooMuchMarkup } from './complexity.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, walk } from './dom.ts';

/** Characters times depth: what reading the text of every element costs. A long page has a tenth of it. */
const MOST_WORK = 150_000_000;
const OF_THE_HEAD = new Set(['title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);

/**
 * Parses HTML, a whole page or a fragment, into a document with a body. Nothing in it is executed or fetched.
 * @throws InputError SOURCE_TOO_COMPLEX for pages built to exhaust the reader
 */
export function parsePage(html: string, place: string): DomDocument {
  const reason = tooMuchMarkup(html);
  if (reason !== null) throw tooComplex(reason, place);
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  let document = parse(whole, place);
  // "<x><html>": what stands before the root would be taken for the root.
  if (document.documentElement?.localName !== 'html') document = parse(`<html><body>${html}</body></html>`, place);
  checkWork(document, place);
  ensureBody(document);
  return document;
}

function parse(html: string, place: string): DomDocument {
  try {
    return parseHTML(html).document as unknown as DomDocument;
  } catch (cause) {
    throw tooComplex('it cannot be parsed', place, cause);
  }
}

function checkWork(document: DomDocument, place: string): void {
  let depth = 1;
  let work = 0;
  walk(document.documentElement, {
    enter(node) {
      depth++;
      // A node costs something even without text.
      work += (16 + (isElement(node) ? 0 : (node.textContent?.length ?? 0))) * depth;
      if (work > MOST_WORK) throw tooComplex('too much text, nested too deep', place);
      return true;
    },
    leave() {
      depth--;
    },
  });
}

/** HTML may leave out the tags of `head` and `body`; the parser then leaves the text outside of both. */
function ensureBody(document: DomDocument): void {
  if (document.querySelector('body') !== null) return;
  const root = document.documentElement;
  const head = children(root)
    .filter(isElement)
    .find(({ localName }) => localName === 'head');
  const inHead = head ? children(head) : [];
  const first = inHead.findIndex((node) => isElement(node) && !OF_THE_HEAD.has(node.localName));
  const astray = first === -1 ? [] : inHead.slice(first);
  const body = document.createElement('body');
  for (const node of [...astray, ...children(root).filter((node) => node !== head)]) body.append(node);
  root.append(body);
}

function children(parent: DomElement): DomNode[] {
  const found: DomNode[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) found.push(node);
  return found;
}

/** The error for a page that would take too long to read. */
function tooComplex(message: string, place: string, cause?: unknown): InputError {
  return new InputError('SOURCE_TOO_COMPLEX', message, { place, hint: 'save its text and give that', cause });
}
