import { parseHTML } from 'linkedom';
import { inOneLine } from './one-line.ts';

/** Metadata longer than this is not a title or a name. */
const LONGEST = 10_000;

/** A title or name that may hold HTML ("Rain &amp; <i>wind</i>") as text in one line. Never throws. */
export function plainText(html: string): string {
  const short = html.slice(0, LONGEST);
  if (!/[<&]/.test(short)) return inOneLine(short);
  // "a < b" is no tag, and a parser keeps it.
  const { document } = parseHTML(`<!doctype html><html><body>${short.replaceAll('\0', '')}</body></html>`);
  return inOneLine(document.body.textContent ?? '');
}
