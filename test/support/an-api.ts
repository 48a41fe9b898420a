import type { FastifyInstance } from 'fastify';
import { apiServer, type ServerOptions } from '../../src/api/server.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { vocabulary } from './vocabulary.ts';

/** What a question is answered with. */
export interface Told {
  readonly status: number;
  readonly data: any;
  readonly errors?: any[];
  readonly extensions?: any;
}

/** A server over a graph, asked in process. */
export interface Api {
  readonly server: FastifyInstance;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Told>;
}

export async function anApi(store: GraphStore, options: Partial<ServerOptions> = {}): Promise<Api> {
  const server = await apiServer({ store, kinds: vocabulary, log: false, ...options });
  return {
    server,
    async ask(query, variables = {}, headers = {}) {
      const response = await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
      return { status: response.statusCode, ...response.json() };
    },
  };
}
