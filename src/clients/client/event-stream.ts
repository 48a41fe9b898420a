import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** A server says something at least every twelve seconds, be it that there is nothing new. */
const SILENCE_MS = 40_000;

/**
 * The messages of an event stream, read no faster than they are taken. Ends where the stream does, also when the line is
 * silent for so long that it must be dead; throws what reading throws.
 */
export async function* eventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<EventSourceMessage> {
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const timer = setTimeout(() => void reader.cancel(), SILENCE_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* messages.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
