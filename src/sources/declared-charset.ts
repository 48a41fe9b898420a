/** Where a format says which charset it is in: in a `<meta>`, in an XML declaration, or nowhere. */
export type Declares = 'html' | 'xml' | 'nothing';

/** Bytes at the start that are searched for a declaration (the HTML standard's number). */
const PRESCAN = 1024;
const XML_DECLARATION = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([^"'\s>]+)/i;
const META_CHARSET = /<meta\s(?:[^>]*[\s;"'])?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;

/** The charset label that the first bytes of a page or feed declare, as written; null where they declare none. */
export function declaredCharset(bytes: Uint8Array, declares: Declares): string | null {
  if (declares === 'nothing') return null;
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const xml = XML_DECLARATION.exec(head)?.[1];
  const label = xml ?? (declares === 'html' ? META_CHARSET.exec(withoutComments(head))?.[1] : undefined);
  // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
  return label === undefined ? null : /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}
