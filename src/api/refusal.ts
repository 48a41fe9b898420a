import { GraphQLError } from 'graphql';

/** Every code that the API itself refuses with, and what it means; errors of other rooms keep their own. */
export const REFUSALS = {
  BAD_PAGE: 'A page, path or drawing is longer than allowed, or of no length.',
  BAD_CURSOR: 'A cursor is none that this list gave.',
  BAD_DATE: 'A time is no EDTF, or ends before it begins.',
  BAD_REFERENCE: 'An entity is given by neither or both of id and name, or is of another type.',
  BAD_VALUE: 'A word is none of the vocabulary, or a number is out of bounds.',
  AMBIGUOUS_NAME: 'Several entities have the name; `candidates` lists them.',
  GONE: 'The id is of an article that was retracted.',
  BAD_REQUEST: 'The request is none that can be read: no JSON, no query, not what this address answers.',
  TOO_LARGE: 'The request has more bytes than allowed.',
  UNAUTHENTICATED: 'A key or token is missing, unknown or expired.',
  FORBIDDEN: 'The key or token does not have the scope that this needs.',
  QUERY_TOO_DEEP: 'The query nests deeper than allowed.',
  QUERY_TOO_WIDE: 'The query names more aliases or root fields than allowed.',
  QUERY_TOO_EXPENSIVE: 'The query is estimated to cost more than allowed; `field` says where to trim.',
  TIMEOUT: 'The query took longer than allowed and was stopped.',
  CANCELLED: 'The client went away.',
  RATE_LIMITED: 'More requests in a minute than the server allows one key or address.',
  BUSY: 'Too many expensive queries wait; try again later.',
  TOO_MANY_SUBSCRIPTIONS: 'The connection, or the server, has as many subscriptions as it may have.',
  INTERNAL: 'The server failed; its log has the reason.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal with a code of the list, for people in `message`, for programs in `details`. `status` is HTTP's, 200 if not given. */
export function refusal(
  code: RefusalCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  status?: number,
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details, ...(status && { http: { status } }) } });
}
