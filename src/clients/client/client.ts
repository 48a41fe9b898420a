import { ApiError, answerIn, answerOf } from './answer.ts';
import { eventStream } from './event-stream.ts';
import {
  CHANGES,
  type ChangesSubscription,
  type ChangesSubscriptionVariables,
  QUESTIONS,
  type Questions,
} from './questions.ts';

export { ApiError } from './answer.ts';

/** One commit to the graph, with what it is about. */
export type Change = ChangesSubscription['changes'];

/** Waits before a lost server is looked for again: half a second, then twice as long each time, half a minute at most. */
const WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Where the server is, and with which key or token it is asked. */
export interface ClientOptions {
  /** Address of the API: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly key?: string;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

/** Questions whose answer is one list, and what the list is of. */
export type ListQuestion = {
  [Name in keyof Questions]: Questions[Name]['variables'] extends { after?: unknown } ? Name : never;
}[keyof Questions];
type ListOf<Answer> = Extract<Answer[keyof Answer], { edges: readonly unknown[] }>;
type NodeOf<Answer> = ListOf<Answer> extends { edges: readonly { node: infer Node }[] } ? Node : never;

/** A client of a Dateline server. Every method throws ApiError for a refusal, and what `fetch` throws. */
export interface Client {
  /** Asks a question of the book. */
  ask<Name extends keyof Questions>(
    name: Name,
    variables?: Questions[Name]['variables'],
  ): Promise<Questions[Name]['answer']>;
  /** Asks a question of the book whose answer is a list, and goes through all of it, page by page as it is needed. */
  each<Name extends ListQuestion>(
    name: Name,
    variables?: Questions[Name]['variables'],
  ): AsyncGenerator<NodeOf<Questions[Name]['answer']>>;
  /**
   * Commits to the graph as they come: from when it is iterated on, or behind a cursor (`after`). When the line or the
   * server is lost it comes back by itself and goes on where it was: none is missed, none comes twice. Leave it with
   * `break`, or by the client's `signal`, which throws.
   */
  changes(asked?: ChangesSubscriptionVariables): AsyncGenerator<Change>;
  /** Asks anything; the caller says what the answer is. */
  query<Answer>(text: string, variables?: object): Promise<Answer>;
}

interface Page {
  readonly edges: readonly { readonly node: never }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A client of the server at an address. */
export function createClient({ url, key, fetch: ask = fetch, signal }: ClientOptions): Client {
  const send = (address: string, body: object, accept: string) =>
    ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  const query = async <Answer>(text: string, variables: object = {}): Promise<Answer> =>
    answerOf(await send(url, { query: text, variables }, 'application/json'));
  /** Changes over one line, until it ends. */
  async function* changesOnce(variables: ChangesSubscriptionVariables): AsyncGenerator<Change> {
    const response = await send(`${url}/sse`, { query: CHANGES, variables }, 'text/event-stream');
    if (!response.ok || !response.body) return void (await answerOf(response));
    for await (const { event, data } of eventStream(response.body)) {
      if (event !== 'next') continue;
      yield answerIn<ChangesSubscription>(JSON.parse(data), response.status).changes;
    }
  }
  return {
    query,
    ask: (name, variables) => query(QUESTIONS[name], variables),
    async *each(name, variables) {
      let after: string | null = null;
      for (;;) {
        const answer: Record<string, Page> = await query(QUESTIONS[name], { ...variables, ...(after && { after }) });
        const page = Object.values(answer)[0] as Page;
        for (const { node } of page.edges) yield node;
        if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null) return;
        after = page.pageInfo.endCursor;
      }
    },
    async *changes(asked = {}) {
      let after = asked.after ?? (await query<{ changeCursor: string }>('{ changeCursor }')).changeCursor;
      for (let tries = 0; ; tries++) {
        try {
          for await (const change of changesOnce({ ...asked, after })) {
            yield change;
            [after, tries] = [change.cursor, 0];
          }
        } catch (error) {
          if (signal?.aborted || !isPassing(error)) throw error;
        }
        await pause(Math.min(WAIT_MS * 2 ** tries, LONGEST_WAIT_MS), signal);
      }
    },
  };
}

/** Whether it may go well the next time: no server there, one that restarts, or too much at once. */
function isPassing(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
