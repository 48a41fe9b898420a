import { InputError } from '../errors.ts';
import { isObject } from './json-value.ts';

/** What went wrong at a place, as an InputError: itself if it is one, else a failure to read with its cause kept. */
export function inputError(thrown: unknown, place: string): InputError {
  if (thrown instanceof InputError) return thrown;
  const code = codeOf(thrown);
  const details = { place, cause: thrown };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new InputError('SOURCE_NOT_FOUND', 'no such file', { ...details, hint: 'check the path' });
  }
  if (code === 'ELOOP') {
    return new InputError('SOURCE_LOOP', 'the symbolic link leads back to itself', {
      ...details,
      hint: 'remove the link',
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new InputError('SOURCE_NOT_READABLE', 'no permission to read it', {
      ...details,
      hint: 'change its permissions',
    });
  }
  const reason = isObject(thrown) && 'message' in thrown ? thrown.message : thrown;
  return new InputError('SOURCE_NOT_READABLE', `it cannot be read: ${reason}`, details);
}

/** The `code` of a system error, looked for in its causes too. */
export function codeOf(thrown: unknown): string | null {
  // No `instanceof Error`: what Node throws may be of another realm, as in a test runner.
  for (let error = thrown, depth = 0; isObject(error) && depth < 8; error = error.cause, depth++) {
    if (typeof error.code === 'string') return error.code;
  }
  return null;
}
