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

/** Anything that was thrown, in the form of an answer, with the HTTP status that it asks for. */
export function publicFault(error: unknown): GraphQLFormattedError & { readonly status: number | undefined } {
  const whole = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const { extensions = {}, ...rest } = publicError(whole.toJSON(), whole);
  const { http, ...told } = extensions as Record<string, unknown> & { http?: { status?: number } };
  return { ...rest, extensions: told, status: http?.status };
}
