import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What `npm run build` makes of `src/clients/graphiql`; the same from `src` and from `dist`. */
const BUILT = fileURLToPath(new URL('../../../dist/clients/graphiql/', import.meta.url));

/** Serves GraphiQL, opened on the query book, at `/graphiql/`; tells whether it is there. */
export async function serveQueryPage(fastify: FastifyInstance): Promise<boolean> {
  if (!existsSync(BUILT)) return false;
  await fastify.register(fastifyStatic, {
    root: BUILT,
    prefix: '/graphiql/',
    // The names of assets hold their hash; the page itself is asked for anew.
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isAsset = path.includes('/assets/');
      reply.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/graphiql', async (_request, reply) => reply.redirect('/graphiql/'));
  return true;
}
