import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphStore } from '../knowledge/store.ts';
import { type Context, contextOf, type Kinds } from './context.ts';
import type { Layouts } from './graph/layouts.ts';
import { bounded } from './limits/bounded.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { Turns } from './limits/turns.ts';
import { publicError } from './public-error.ts';
import { apiSchema } from './schema.ts';
import { tellHints } from './tell-hints.ts';
import { requestWatch } from './web/request-watch.ts';
import { welcomePage } from './welcome-page.ts';

/** Time that a client has to send its request. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface ServerOptions {
  readonly store: GraphStore;
  readonly kinds: Kinds;
  /** Whether requests are logged (pino, JSON lines on standard output). */
  readonly log: boolean;
  readonly limits?: Partial<Limits>;
}

/** The GraphQL server, ready to listen: `/graphql`, `/health` and a page that says where to begin. */
export async function apiServer({ store, kinds, log, ...options }: ServerOptions): Promise<FastifyInstance> {
  const limits = { ...LIMITS, ...options.limits };
  const schema = apiSchema();
  const fastify = Fastify({
    logger: log ? { redact: ['req.headers.authorization'] } : false,
    bodyLimit: limits.body,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
  });
  const turns = new Turns(limits.atOnce, limits.waiting);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => {
      const answer = publicError(formatted, error);
      if (answer.extensions?.code === 'INTERNAL') fastify.log.error({ err: error }, 'query failed');
      return answer;
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(fastify),
      tellHints,
      bounded(schema, limits, turns),
    ],
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
    context: async (_request, reply) => contextOf({ store, kinds, layouts }, requestWatch(reply, limits.timeoutMs)),
  });
  fastify.get('/health', async () => ({ status: 'ok', ...(await store.health()) }));
  fastify.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(welcomePage()));
  return fastify;
}
