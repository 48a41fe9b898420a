import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';

/** Measures of one server, for Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'dateline_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15],
    registers: [this.registry],
  });
  private readonly calls = new Histogram({
    name: 'dateline_store_calls',
    help: 'Questions to the store a query.',
    buckets: [1, 2, 5, 10, 20, 50, 100],
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: 'dateline_errors_total',
    help: 'Errors told to clients, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'dateline_' });
  }

  /** Serves `/metrics`, and times every answer. */
  serve(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      this.seconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
    fastify.get('/metrics', async (_request, reply) => {
      reply.type(this.registry.contentType);
      return this.registry.metrics();
    });
  }

  /** Tells how much of something there is whenever it is asked. */
  gauge(name: string, help: string, read: () => number): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }

  /** Counts questions to the store and errors by code. */
  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, errors }) => {
        this.calls.observe(contextValue.watch.calls);
        for (const { extensions } of errors ?? []) this.refusals.inc({ code: String(extensions?.code ?? 'INTERNAL') });
      },
    }),
  };
}
