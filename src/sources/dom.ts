/**
 * The few parts of the DOM that sources use. linkedom's own types need TypeScript's browser library, which would give
 * the whole project a `window` that does not exist.
 */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
  append(...nodes: DomNode[]): void;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  createElement(name: string): DomElement;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Visits what is inside a node in document order, without recursion. `enter` answers whether to look inside. */
export function walk(
  root: DomNode,
  { enter, leave }: { readonly enter: (node: DomNode) => boolean; readonly leave?: (node: DomNode) => void },
): void {
  let node: DomNode | null = root.firstChild;
  while (node !== null) {
    const inside: DomNode | null = enter(node) ? node.firstChild : null;
    if (inside !== null) {
      node = inside;
      continue;
    }
    leave?.(node);
    while (node.nextSibling === null) {
      const above: DomElement | null = node.parentNode;
      if (above === null || above === root) return;
      leave?.(above);
      node = above;
    }
    node = node.nextSibling;
  }
}
