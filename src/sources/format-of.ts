import { InputError } from '../errors.ts';
import { extensionOf, FORMATS, type Format, formatNamed } from './formats.ts';

/** What can tell a format, the caller's wish apart. */
export interface Clues {
  readonly place: string;
  /** The path of a file or URL whose extension may tell; null for stdin. */
  readonly path: string | null;
  /** The media type that a server named. */
  readonly type: string | null;
  readonly head: Uint8Array;
}

/** What servers say of any file that they do not know. */
const VAGUE = ['text/plain', 'application/octet-stream', 'binary/octet-stream', 'application/xml', 'text/xml'];
/** Types worth a look at the first bytes although no format lists them. */
const READABLE = /^(?:text\/|application\/(?:.*\+)?(?:xml|json)$)/;
const HTML = /^<(?:!doctype html|html|head|body|meta|title|article|main|section|div|p|h1|table|script|style|a|span)\b/i;
const XML = /^<(?:\?xml|!doctype|rss|feed|rdf:rdf|[a-z]+:)/i;

/**
 * The format of an input: by what a server says, if that is specific, then by extension, then by its first bytes.
 * @throws InputError SOURCE_UNSUPPORTED if a server says that it is something else
 */
export function formatOf({ place, path, type, head }: Clues): Format {
  const specific = type !== null && !VAGUE.includes(type);
  const byType = specific ? FORMATS.find(({ types }) => types.includes(type)) : undefined;
  if (byType) return byType;
  if (specific && !READABLE.test(type)) {
    const hint = 'give text, HTML, JSON Lines, a feed or ninjs; name the format with --format if the server is wrong';
    throw new InputError('SOURCE_UNSUPPORTED', `content of type ${type} is not read`, { place, hint });
  }
  const extension = path === null ? '' : extensionOf(path);
  return FORMATS.find(({ extensions }) => extensions.includes(extension)) ?? sniffed(head);
}

/** By the first characters, in any encoding that writes ASCII in one or two bytes. */
function sniffed(head: Uint8Array): Format {
  const start = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replace(/^(?:\s+|<!--[\s\S]*?-->)+/, '');
  if (/^[{[]/.test(start)) return formatNamed('json');
  if (HTML.test(start)) return formatNamed('html');
  if (XML.test(start)) return formatNamed(/<html[\s>]/i.test(start) ? 'html' : 'feed');
  return formatNamed('text');
}
