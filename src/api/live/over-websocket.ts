import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';
import { type Live, prepare } from './prepare.ts';
import type { Streams } from './streams.ts';
import { type Subscribing, shown, subscriber } from './subscriber.ts';

const GOODBYE_MS = 1000;
/** Close codes; clients come back after the first. */
const RESTARTING = 1012;
const UNAUTHORIZED = 4401;
const TOO_MANY = 4429;

/** What graphql-ws knows of a connection. */
interface Connected {
  readonly extra: { readonly socket: WebSocket; readonly request: FastifyRequest };
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly subscriptions: object;
}

/** Subscriptions over WebSocket at `/graphql/ws` (graphql-transport-ws); a key may be given in `connection_init`. */
export async function serveWebSocket(
  fastify: FastifyInstance,
  live: Live,
  caller: Caller,
  streams: Streams,
  origins: readonly string[],
): Promise<void> {
  const { limits } = live;
  await fastify.register(websocket, {
    options: { maxPayload: limits.body },
    preClose(done) {
      for (const client of this.websocketServer.clients) {
        client.close(RESTARTING, 'the server restarts');
        setTimeout(() => client.terminate(), GOODBYE_MS).unref();
      }
      this.websocketServer.close(() => done());
    },
  });
  const rateOf = fastify.createRateLimit();
  const onConnect = async ({ extra: { socket, request }, connectionParams }: Connected) => {
    try {
      await caller.viewerOf(request, connectionParams);
      socket.once('close', streams.take(caller.keyOf(request, connectionParams)));
      return true;
    } catch (error) {
      const { extensions, message } = error as GraphQLError;
      socket.close(extensions?.code === 'TOO_MANY_SUBSCRIPTIONS' ? TOO_MANY : UNAUTHORIZED, message.slice(0, 120));
      return false;
    }
  };
  const onSubscribe = async ({ extra, connectionParams, subscriptions }: Connected, payload: object) => {
    try {
      const limit = limits.subscriptions;
      if (Object.keys(subscriptions).length > limit) {
        throw refusal('TOO_MANY_SUBSCRIPTIONS', `a connection may have ${limit} subscriptions`, { limit });
      }
      const rate = await rateOf(extra.request);
      if (!rate.isAllowed && rate.isExceeded) throw refusal('RATE_LIMITED', `try again in ${rate.ttlInSeconds} s`);
      return await prepare(live, payload, () => caller.viewerOf(extra.request, connectionParams));
    } catch (error) {
      return (Array.isArray(error) ? error : [error]).map(shown);
    }
  };
  const handler = makeHandler(
    {
      onConnect: (context) => onConnect(context as unknown as Connected),
      onSubscribe: (context, _id, payload) => onSubscribe(context as unknown as Connected, payload),
      subscribe: (args) => subscriber(args as unknown as Subscribing),
      isProd: true,
    },
    limits.heartbeatMs,
  );
  const wsHandler: typeof handler = function (socket, request) {
    const before = socket.listeners('error');
    handler.call(this, socket, request);
    // A client that sends no WebSocket is closed by `ws`, with the code for it; graphql-ws would print it as a fault of ours.
    const added = socket.listeners('error').filter((listener) => !before.includes(listener));
    for (const listener of added) socket.off('error', listener as () => void);
    socket.on('error', (error) => fastify.log.info({ err: error }, 'a WebSocket was closed: what came was none'));
  };
  fastify.route({
    method: 'GET',
    url: '/graphql/ws',
    // Browsers let any page open a socket: only ours, and those of origins on the list, may.
    preValidation: async ({ headers: { origin, host } }, reply) => {
      if (!origin || origins.includes(origin) || hostOf(origin) === host) return;
      const message = 'pages of this origin may not connect';
      await reply.code(403).send({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
    },
    handler: async (_request, reply) => {
      const message = 'connect with a WebSocket (graphql-transport-ws)';
      return reply.code(426).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    },
    wsHandler,
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
