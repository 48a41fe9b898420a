import type { DomElement } from './dom.ts';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Text for screen readers only ("opens in a new window"). */
const HIDING_CLASS = /(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text)(?:\s|$)/i;

/** True if a browser would not show the element, as far as the element itself tells. */
export function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    HIDING_STYLE.test(element.getAttribute('style') ?? '') ||
    HIDING_CLASS.test(element.getAttribute('class') ?? '')
  );
}
