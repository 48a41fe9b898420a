import { QUESTIONS, type Questions } from './questions.ts';

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

/** What a server told instead of an answer; `code` is one of the list in the schema. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

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
  /** Asks anything; the caller says what the answer is. */
  query<Answer>(text: string, variables?: object): Promise<Answer>;
}

interface Page {
  readonly edges: readonly { readonly node: never }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A client of the server at an address. */
export function createClient({ url, key, fetch: ask = fetch, signal }: ClientOptions): Client {
  const query = async <Answer>(text: string, variables: object = {}): Promise<Answer> => {
    const response = await ask(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query: text, variables }),
      ...(signal && { signal }),
    });
    const told = (await response.json().catch(() => ({}))) as {
      data?: Answer;
      errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
    };
    const [error] = told.errors ?? [];
    if (error || !told.data) {
      const { code, ...details } = error?.extensions ?? {};
      throw new ApiError(error?.message ?? `HTTP ${response.status}`, String(code ?? 'HTTP'), response.status, details);
    }
    return told.data;
  };
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
  };
}
