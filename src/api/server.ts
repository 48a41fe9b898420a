import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphStore } from '../knowledge/store.ts';
import { type Context, contextOf, type Kinds } from './context.ts';
import type { Layouts } from './graph/layouts.ts';
import { publicError } from './public-error.ts';
import { apiSchema } from './schema.ts';
import { tellHints } from './tell-hints.ts';
import { requestWatch } from './web/request-watch.ts';
import { welcomePage } from './welcome-page.ts';

const BODY_LIMIT = 256 * 1024;
/** Names, braces and values of one query; the longest of the query book has a few hundred. */
const MAX_TOKENS = 4000;
const REQUEST_TIMEOUT_MS = 30_000;

export interface ServerOptions {
  readonly store: GraphStore;
  readonly kinds: Kinds;
  /** Whether requests are logged (pino, JSON lines on standard output). */
  readonly log: boolean;
}

/** The GraphQL server, ready to listen: `/graphql`, `/health` and a page that says where to begin. */
export async function apiServer({ store, kinds, log }: ServerOptions): Promise<FastifyInstance> {
  const fastify = Fastify({
    logger: log ? { redact: ['req.headers.authorization'] } : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
  });
  const apollo = new ApolloServer<Context>({
    schema: apiSchema(),
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, error) => {
      const answer = publicError(formatted, error);
      if (answer.extensions?.code === 'INTERNAL') fastify.log.error({ err: error }, 'query failed');
      return answer;
    },
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(fastify), tellHints],
  });
  const layouts: Layouts = new Map();
  await apollo.start();
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], upgradeInsecureRequests: null },
    },
  });
  await fastify.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    context: async (_request, reply) => contextOf({ store, kinds, layouts }, requestWatch(reply, REQUEST_TIMEOUT_MS)),
  });
  fastify.get('/health', async () => ({ status: 'ok', ...(await store.health()) }));
  fastify.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(welcomePage()));
  return fastify;
}
