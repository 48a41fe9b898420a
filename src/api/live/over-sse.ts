import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Response } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Caller } from './caller.ts';
import { type Live, prepare } from './prepare.ts';
import type { Streams } from './streams.ts';
import { shown, subscriber } from './subscriber.ts';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** Subscriptions as an event stream, one a request: `GET` or `POST /graphql/sse` (graphql-sse, distinct connections). */
export function serveSse(fastify: FastifyInstance, live: Live, caller: Caller, streams: Streams): void {
  const open = new Set<FastifyReply>();
  const handler = createHandler({
    authenticate: () => null,
    onSubscribe: async ({ raw: request, context: { reply } }, params) => {
      try {
        const args = await prepare(live, params, () => caller.viewerOf(request));
        const close = streams.take(caller.keyOf(request));
        reply.raw.once('close', close);
        const results = await subscriber(args);
        // What is wrong from the start is told by the status, as for a query.
        if (!(Symbol.asyncIterator in results)) throw results.errors;
        return results;
      } catch (error) {
        return refused(error);
      }
    },
    // The next event waits until the reader has taken enough of those before.
    onNext: async (_context, { context: { reply } }) => {
      if (reply.raw.writableNeedDrain) await Promise.race([once(reply.raw, 'drain'), once(reply.raw, 'close')]);
    },
  });
  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.accept !== 'text/event-stream') {
      return reply
        .code(406)
        .send({ errors: [{ message: 'send `accept: text/event-stream`', extensions: { code: 'BAD_REQUEST' } }] });
    }
    reply.hijack();
    reply.header('x-accel-buffering', 'no');
    open.add(reply);
    reply.raw.once('close', () => open.delete(reply));
    await handler(request, reply).catch((error: unknown) => {
      fastify.log.error({ err: error }, 'event stream failed');
      reply.raw.destroy();
    });
  };
  fastify.route({ method: ['GET', 'POST'], url: '/graphql/sse', handler: serve });
  // Cut off without an end: a client takes that for a fault of the line, and comes back.
  fastify.addHook('preClose', async () => {
    for (const reply of open) reply.raw.destroy();
  });
}

function refused(error: unknown): Response {
  const errors = Array.isArray(error) ? error : [error];
  const status = (errors[0] as Partial<GraphQLError>).extensions?.http as { status?: number } | undefined;
  const init = { status: status?.status ?? 400, statusText: '', headers: JSON_HEADERS };
  return [JSON.stringify({ errors: errors.map(shown) }), init];
}
