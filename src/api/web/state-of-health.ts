import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../../knowledge/store.ts';

/** `/health`: the process is up, and what it holds. `/ready`: it can answer, and is not about to stop. */
export function serveHealth(fastify: FastifyInstance, store: Pick<GraphStore, 'health'>): void {
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
  });
  fastify.get('/health', async () => ({ status: 'ok', ...(await store.health()) }));
  fastify.get('/ready', async (_request, reply) => {
    const isReady =
      !isClosing &&
      (await store.health().then(
        () => true,
        () => false,
      ));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
}
