import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatelineError } from '../errors.ts';
import type { Context } from './context.ts';
import { apiSchema } from './schema.ts';
import { welcomePage } from './welcome-page.ts';

const BODY_LIMIT = 256 * 1024;
/** Names, braces and values of one query; the longest of the query book has a few hundred. */
const MAX_TOKENS = 4000;
const REQUEST_TIMEOUT_MS = 30_000;

export interface ServerOptions extends Context {
  /** Whether requests are logged (pino, JSON lines on standard output). */
  readonly log: boolean;
}

/** The GraphQL server, ready to listen: `/graphql`, `/health` and a page that says where to begin. */
export async function apiServer({ store, log }: ServerOptions): Promise<FastifyInstance> {
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
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(fastify)],
  });
  await apollo.start();
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], upgradeInsecureRequests: null },
    },
  });
  await fastify.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    context: async () => ({ store }),
  });
  fastify.get('/health', async () => ({ status: 'ok', ...(await store.health()) }));
  fastify.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(welcomePage()));
  return fastify;
}

/** Errors we raise on purpose keep their words and code; anything else says that it is ours, and no more. */
function publicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (cause === undefined || cause === null || cause instanceof GraphQLError) return formatted;
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  return cause instanceof DatelineError
    ? { message: cause.message, ...where, extensions: { code: cause.code, ...(cause.hint && { hint: cause.hint }) } }
    : { message: 'the server failed to answer; its log has the reason', ...where, extensions: { code: 'INTERNAL' } };
}
