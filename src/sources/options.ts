/** The formats that a caller can name; `formats.ts` has their readers. */
export type FormatName = 'text' | 'html' | 'jsonl' | 'feed' | 'ninjs';

/** What the caller wants of the sources. Everything may be left out. */
export interface SourceOptions {
  /** Read every input in this format; else each tells its own by extension, content type or first bytes. */
  readonly format?: FormatName;
  /** Fetch the page of a feed entry that comes without its full text. */
  readonly fetch?: boolean;
  /** Let URLs lead to private, loopback and link-local addresses. */
  readonly allowPrivate?: boolean;
  /** Bytes of one article, page, feed or line of JSON Lines, after decompression. Default 5 MB (5 * 1024 * 1024). */
  readonly maxBytes?: number;
  /** Milliseconds to connect to and read one URL, redirects included. Default 20,000. */
  readonly timeoutMs?: number;
  /** What the input `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** CSS selector of the elements that hold an HTML page's article, instead of a guess. */
  readonly selector?: string;
  /** Told of every stretch of bytes read from a file or from standard input: what a progress bar counts. */
  readonly onBytes?: (count: number) => void;
}

/** The same, with every default decided. */
export interface Settings {
  readonly format: FormatName | null;
  readonly fetch: boolean;
  readonly allowPrivate: boolean;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly stdin: AsyncIterable<Uint8Array> | null;
  readonly selector: string | null;
}

export function settingsOf(options: SourceOptions): Settings {
  return {
    format: options.format ?? null,
    fetch: options.fetch ?? false,
    allowPrivate: options.allowPrivate ?? false,
    maxBytes: options.maxBytes ?? 5 * 1024 * 1024,
    timeoutMs: options.timeoutMs ?? 20_000,
    stdin: options.stdin ?? null,
    selector: options.selector ?? null,
  };
}
