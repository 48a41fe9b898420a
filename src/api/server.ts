import 'reflect-metadata';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { Tracer } from '@opentelemetry/api';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { GraphStore } from '../knowledge/store.ts';
import { type AccessRules, authenticator, OPEN } from './access/access.ts';
import { compiled } from './compiled.ts';
import { type Context, contextOf, type Kinds, type Shared } from './context.ts';
import { serveExports } from './export/serve-exports.ts';
import { bounded } from './limits/bounded.ts';
import { CallersTurns } from './limits/callers-turns.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { Turns } from './limits/turns.ts';
import { callerOf } from './live/caller.ts';
import { ChangeFeed } from './live/change-feed.ts';
import { serveSse } from './live/over-sse.ts';
import { serveWebSocket } from './live/over-websocket.ts';
import { Streams } from './live/streams.ts';
import { publicError } from './public-error.ts';
import { refusal } from './refusal.ts';
import { apiSchema } from './schema.ts';
import { tellHints } from './tell-hints.ts';
import { setHeaders } from './web/headers.ts';
import { Metrics } from './web/metrics.ts';
import { limitRate } from './web/rate-limit.ts';
import { requestWatch } from './web/request-watch.ts';
import { serveQueryPage } from './web/serve-query-page.ts';
import { serveHealth } from './web/state-of-health.ts';
import { tellErrors } from './web/tell-error.ts';
import { welcomePage } from './welcome-page.ts';

/** Time that a client has to send its request. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often subscribers are looked for news for. */
const LOOK_MS = 250;

export interface ServerOptions {
  readonly store: GraphStore;
  readonly kinds: Kinds;
  /** Whether requests are logged (pino, JSON lines on standard output): never the text of an article, a query or a key. */
  readonly log: boolean;
  readonly limits?: Partial<Limits>;
  readonly access?: AccessRules;
  /** Reads an article and keeps it; without it the server takes none. */
  readonly ingest?: Shared['ingest'];
  /** Where the audit log goes; to the log where none is given. */
  readonly audit?: Shared['audit'];
  /** Origins of pages that may ask. */
  readonly origins?: readonly string[];
  readonly introspection?: boolean;
  /** Requests a minute of one key or address. */
  readonly ratePerMinute?: number;
  /** Where requests are traced; nowhere if not given, at no cost. */
  readonly tracer?: Tracer | null;
}

/** The GraphQL server, ready to listen: `/graphql`, `/health`, `/ready`, `/metrics` and a page that says where to begin. */
export async function apiServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, kinds, log, access = OPEN, origins = [], introspection = true, ratePerMinute = 6000 } = options;
  const limits = { ...LIMITS, ...options.limits };
  const fastify = Fastify({
    logger: log ? { redact: ['req.headers.authorization', 'req.headers["x-api-key"]'] } : false,
    bodyLimit: limits.body,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Whoever takes nothing, or sends nothing, for so long is cut off.
    connectionTimeout: limits.stalledMs,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
  });
  const shared: Shared = {
    store,
    kinds,
    layouts: new Map(),
    feed: new ChangeFeed(store, LOOK_MS, (error) =>
      fastify.log.error({ err: error }, 'the log of changes cannot be read'),
    ),
    ingest: options.ingest ?? (() => Promise.reject(refusal('FORBIDDEN', 'this server takes no articles', {}, 403))),
    audit: options.audit ?? ((line) => fastify.log.info({ audit: line }, 'audit')),
  };
  const caller = callerOf(authenticator(access), access.areReadsKeyed);
  const turns = new CallersTurns(limits.atOnceEach, limits.waitingEach);
  // Loaded only where it is wanted.
  const tracing = options.tracer ? new (await import('./web/tracing.ts')).Tracing(options.tracer) : null;
  const context = async (request: FastifyRequest, reply: FastifyReply) => {
    const watch = requestWatch(reply, limits.timeoutMs, caller.keyOf(request));
    const viewer = await caller.viewerOf(request);
    const { end, step } = await turns.take(watch.caller, watch.signal);
    Object.assign(watch, { endTurn: end, step });
    const made = contextOf(shared, watch, viewer);
    tracing?.follow(request, made);
    return made;
  };
  const schema = apiSchema();
  tellErrors(fastify);
  const metrics = new Metrics();
  tracing?.serve(fastify);
  const measures = [metrics.plugin, ...(tracing ? [tracing.plugin] : [])];
  const apollo = apolloOf(fastify, schema, limits, introspection, measures);
  await apollo.start();
  await setHeaders(fastify, origins);
  await limitRate(fastify, ratePerMinute, caller);
  metrics.serve(fastify);
  serveHealth(fastify, store);
  await fastify.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    context,
  });
  serveExports(fastify, context);
  const live = { schema, shared, limits, introspection };
  const streams = new Streams(limits.streamsEach, limits.streams);
  metrics.gauge('dateline_streams', 'Open WebSockets and event streams.', () => streams.count);
  serveSse(fastify, live, caller, streams);
  await serveWebSocket(fastify, live, caller, streams, origins);
  const hasPage = await serveQueryPage(fastify);
  fastify.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(welcomePage(hasPage)));
  return fastify;
}

function apolloOf(
  fastify: FastifyInstance,
  schema: GraphQLSchema,
  limits: Limits,
  introspection: boolean,
  measures: readonly ApolloServerPlugin<Context>[],
) {
  return new ApolloServer<Context>({
    gateway: compiled(schema),
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => {
      const answer = publicError(formatted, error);
      if (answer.extensions?.code === 'INTERNAL') fastify.log.error({ err: error }, 'query failed');
      return answer;
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field, for headers that answers of ours do not have.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(fastify),
      tellHints,
      ...measures,
      bounded(schema, limits, new Turns(limits.atOnce, limits.waiting)),
    ],
  });
}
