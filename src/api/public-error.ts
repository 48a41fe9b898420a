import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatelineError } from '../errors.ts';

/** Errors we raise on purpose keep their words and code; anything else says that it is ours, and no more. */
export function publicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (cause === undefined || cause === null || cause instanceof GraphQLError) return formatted;
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  return cause instanceof DatelineError
    ? { message: cause.message, ...where, extensions: { code: cause.code, ...(cause.hint && { hint: cause.hint }) } }
    : { message: 'the server failed to answer; its log has the reason', ...where, extensions: { code: 'INTERNAL' } };
}
