import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const UNLIMITED = ['/health', '/ready', '/metrics'];

/** Limits how many requests a minute one key, or one address without a key, may send. */
export async function limitRate(fastify: FastifyInstance, perMinute: number): Promise<void> {
  await fastify.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: keyOf,
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

/** A key is not kept as it is, only as its hash. */
function keyOf({ headers, ip }: FastifyRequest): string {
  const given = headers['x-api-key'] ?? headers.authorization;
  return given ? createHash('sha256').update(String(given)).digest('base64url') : ip;
}
