import type { FormatName } from './options.ts';
import type { Reader } from './reader.ts';
import { text } from './text.ts';

/** A reader that is loaded when it is first used: parsers of HTML and feeds are most of what there is to load. */
function loaded(load: () => Promise<Reader>): Reader {
  return async function* (input, settings) {
    yield* (await load())(input, settings);
  };
}

const feed = loaded(async () => (await import('./feed.ts')).feed);
const html = loaded(async () => (await import('./html.ts')).html);
const json = loaded(async () => (await import('./json.ts')).json);
const jsonl = loaded(async () => (await import('./jsonl.ts')).jsonl);
const ninjs = loaded(async () => (await import('./ninjs.ts')).ninjs);

/** How one format is known and read. */
export interface Format {
  /** `json` is a family: its reader tells by the keys which of the formats it is. It cannot be asked for. */
  readonly name: FormatName | 'json';
  /** With their dot, in lower case. */
  readonly extensions: readonly string[];
  /** Media types without parameters. */
  readonly types: readonly string[];
  readonly read: Reader;
}

/** Every format that sources read. A type or extension that is not here (`.xml` among them) is told by content. */
export const FORMATS: readonly Format[] = [
  { name: 'text', extensions: ['.txt', '.text'], types: ['text/plain'], read: text },
  { name: 'html', extensions: ['.html', '.htm', '.xhtml'], types: ['text/html', 'application/xhtml+xml'], read: html },
  {
    name: 'jsonl',
    extensions: ['.jsonl', '.ndjson'],
    types: ['application/jsonl', 'application/x-jsonlines', 'application/x-ndjson', 'application/jsonlines'],
    read: jsonl,
  },
  {
    name: 'feed',
    extensions: ['.rss', '.atom', '.rdf'],
    types: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json'],
    read: feed,
  },
  { name: 'ninjs', extensions: ['.ninjs'], types: ['application/vnd.iptc.g2.newsitem+json'], read: ninjs },
  { name: 'json', extensions: ['.json'], types: ['application/json', 'text/json'], read: json },
];

/** The format of that name. */
export function formatNamed(name: Format['name']): Format {
  return FORMATS.find((format) => format.name === name) as Format;
}

/** True if a folder's file of this name is read: its extension belongs to a format. */
export function hasKnownExtension(path: string): boolean {
  const extension = extensionOf(path);
  return extension === '.xml' || FORMATS.some(({ extensions }) => extensions.includes(extension));
}

/** In lower case with its dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? '';
}
