import { InputError } from '../errors.ts';
import { codeOf, inputError } from './input-error.ts';

interface Fetched {
  readonly place: string;
  /** The time limit was reached, whatever error that led to. */
  readonly timedOut: boolean;
  readonly timeoutMs: number;
}

const TIMEOUTS = ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'];

/** What kept a page from being fetched, as an InputError at the page's address. */
export function fetchError(thrown: unknown, { place, timedOut, timeoutMs }: Fetched): InputError {
  const code = codeOf(thrown);
  if (thrown instanceof InputError) {
    return new InputError(thrown.code, thrown.message, { hint: thrown.hint, place, cause: thrown.cause });
  }
  if (timedOut || (code !== null && TIMEOUTS.includes(code))) {
    return new InputError('SOURCE_TIMEOUT', `not read within ${timeoutMs} ms`, {
      place,
      hint: 'try again later, or allow more time',
      cause: thrown,
    });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new InputError('SOURCE_NOT_FOUND', 'there is no such host', {
      place,
      hint: 'check the address and the network',
      cause: thrown,
    });
  }
  return inputError(thrown, place);
}
