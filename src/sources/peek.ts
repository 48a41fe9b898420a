/** The first bytes of a stream, and the whole stream again, those bytes included. */
export interface Peeked {
  /** At least the number asked for, unless the stream is shorter. */
  readonly head: Uint8Array;
  /** Can be read once. Leaving it early closes the stream. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Looks at the first `count` bytes of a stream without losing them. */
export async function peek(stream: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < count && !ended) {
    const next = await iterator.next();
    ended = next.done === true;
    if (!ended) {
      chunks.push(next.value);
      size += next.value.byteLength;
    }
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
      while (!ended) {
        const next = await iterator.next();
        if (next.done) ended = true;
        else yield next.value;
      }
    } finally {
      if (!ended) await iterator.return?.();
    }
  }
  return { head: Buffer.concat(chunks, size), bytes: again() };
}
