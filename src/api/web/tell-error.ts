import type { FastifyInstance, FastifyReply } from 'fastify';
import { publicFault } from '../public-error.ts';

/** What Fastify itself refuses, by its codes. */
const REFUSED: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['TOO_LARGE', 'the request is larger than allowed: send less, or pass it as variables'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['BAD_REQUEST', 'send `content-type: application/json`'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['BAD_REQUEST', 'the request has no body'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['BAD_REQUEST', 'the body is no JSON'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['BAD_REQUEST', 'the body is not as long as said'],
};

/** Answers with an error in the form that GraphQL has for them, outside it too. */
export function tellError(reply: FastifyReply, error: unknown): FastifyReply {
  const { message, extensions, status } = publicFault(error);
  return reply
    .code(status ?? (extensions?.code === 'INTERNAL' ? 500 : 400))
    .type('application/json')
    .send({ errors: [{ message, extensions }] });
}

/** Errors that no route answers by itself: what Fastify refuses, what plugins do, and faults of ours. */
export function tellErrors(fastify: FastifyInstance): void {
  fastify.setErrorHandler<{ code?: string; statusCode?: number; errors?: unknown }>((error, _request, reply) => {
    // The rate limiter has written its own answer.
    if (error.errors) return reply.code(error.statusCode ?? 400).send({ errors: error.errors });
    const [code, message] = REFUSED[error.code ?? ''] ?? ['BAD_REQUEST', 'the request cannot be read'];
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
    fastify.log.error({ err: error }, 'request failed');
    return tellError(reply, error);
  });
}
