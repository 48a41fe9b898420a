/** One line of bytes, without its line feed. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Null if the line is longer than the limit: its bytes were passed over. */
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;

/** Splits a stream at line feeds, holding one line of at most `maxBytes` bytes at a time. */
export async function* lines(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const line = (): Line => {
    const bytes = size > maxBytes ? null : Buffer.concat(parts, size);
    parts = [];
    size = 0;
    return { number: number++, bytes };
  };
  const add = (part: Uint8Array): void => {
    size += part.byteLength;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
