import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../live/caller.ts';

const UNLIMITED = ['/health', '/ready', '/metrics'];

/** Limits how many requests a minute one key, or one address without a key, may send. */
export async function limitRate(fastify: FastifyInstance, perMinute: number, caller: Caller): Promise<void> {
  await fastify.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => caller.keyOf(request),
    allowList: (request) => UNLIMITED.includes(request.url.split('?')[0] ?? ''),
    errorResponseBuilder: (_request, { after, max }) => ({
      statusCode: 429,
      errors: [
        {
          message: `more than ${max} requests in a minute: try again in ${after}`,
          extensions: { code: 'RATE_LIMITED', retryAfter: after },
        },
      ],
    }),
  });
}
