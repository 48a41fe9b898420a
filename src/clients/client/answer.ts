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

/** An answer as GraphQL has it. */
export interface Told<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What a server answered. Throws ApiError for a refusal. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  return answerIn((await response.json().catch(() => ({}))) as Told<Answer>, response.status);
}

/** What an answer holds. Throws ApiError for a refusal. */
export function answerIn<Answer>({ data, errors = [] }: Told<Answer>, status: number): Answer {
  const [error] = errors;
  if (!error && data) return data;
  const { code, ...details } = error?.extensions ?? {};
  throw new ApiError(error?.message ?? `HTTP ${status}`, String(code ?? 'HTTP'), status, details);
}
