import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, isElement, walk } from './dom.ts';

/** Where a page's article is. */
export interface ArticleBody {
  readonly root: DomElement;
  /** Figures that stand before the first paragraph, outside of what the guess kept: the lead picture. */
  readonly lead: readonly DomElement[];
}

const STAMP = 'data-dateline-order';
const STAMPED = new Set(['p', 'div', 'figure']);
const CONTAINERS = new Set(['article', 'main']);
const NO_LEAD = 'nav, aside, footer, [hidden], [aria-hidden="true"]';
/** Characters below which Readability loosens its rules and tries again. News briefs are short. */
const CHAR_THRESHOLD = 140;

/**
 * Guesses which part of a page is its article. Changes the document, so metadata must be read before. Null where
 * nothing could be an article.
 */
export function articleBody(document: DomDocument): ArticleBody | null {
  const stamped = stamp(document);
  const root = new Readability(document as never, {
    charThreshold: CHAR_THRESHOLD,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as unknown as DomElement,
  }).parse()?.content;
  return root ? { root, lead: leadFigures(root, stamped) } : null;
}

interface Stamped {
  readonly element: DomElement;
  /** The innermost `article` or `main` around it. */
  readonly container: DomElement | null;
}

/** Numbers paragraphs and figures in document order, so that they are known again after Readability's rebuilding. */
function stamp(document: DomDocument): Stamped[] {
  const stamped: Stamped[] = [];
  const containers: DomElement[] = [];
  walk(document.body, {
    enter(node) {
      if (!isElement(node)) return false;
      if (CONTAINERS.has(node.localName)) containers.push(node);
      if (STAMPED.has(node.localName)) {
        node.setAttribute(STAMP, String(stamped.length));
        stamped.push({ element: node, container: containers.at(-1) ?? null });
      }
      return true;
    },
    leave(node) {
      if (containers.at(-1) === node) containers.pop();
    },
  });
  return stamped;
}

function leadFigures(root: DomElement, stamped: readonly Stamped[]): DomElement[] {
  const first = Number(root.querySelector(`p[${STAMP}]`)?.getAttribute(STAMP) ?? -1);
  const container = stamped[first]?.container;
  if (!container) return [];
  const kept = new Set([...root.querySelectorAll('figure')].map((figure) => figure.getAttribute(STAMP)));
  return stamped
    .slice(0, first)
    .filter((item, at) => item.element.localName === 'figure' && item.container === container && !kept.has(String(at)))
    .map(({ element }) => element)
    .filter((figure) => figure.closest(NO_LEAD) === null);
}
