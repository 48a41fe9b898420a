import type { ApolloServerPlugin } from '@apollo/server';
import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';

/**
 * Traces requests: a span each, below the caller's if it says which (`traceparent`), and below it one for what GraphQL
 * executes, by the semantic conventions. Never the text of a query, its variables, or an answer.
 */
export class Tracing {
  private readonly propagator = new W3CTraceContextPropagator();
  private readonly spans = new WeakMap<object, Span>();

  constructor(private readonly tracer: Tracer) {}

  /** Traces all that a server is asked. */
  serve(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', async (request) => {
      const { method, headers, routeOptions, url } = request;
      const route = routeOptions.url;
      const path = url.split('?')[0] as string;
      const attributes = { 'http.request.method': method, 'url.path': path, ...(route && { 'http.route': route }) };
      const parent = this.propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const name = route ? `${method} ${route}` : method;
      this.spans.set(request, this.tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent));
    });
    fastify.addHook('onResponse', async (request, { statusCode }) => this.end(request, statusCode));
    // A client that went away gets no response.
    fastify.addHook('onRequestAbort', async (request) => this.end(request, null));
  }

  /** Tells which request a context belongs to; its copies share the watch. */
  follow(request: FastifyRequest, context: Context): void {
    const span = this.spans.get(request);
    if (span) this.spans.set(context.watch, span);
  }

  /** Traces what GraphQL executes. */
  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async () => {
      let span: Span | null = null;
      return {
        executionDidStart: async ({ operation, operationName, contextValue }) => {
          const type = operation?.operation ?? OperationTypeNode.QUERY;
          const above = this.spans.get(contextValue.watch);
          const parent = above ? trace.setSpan(ROOT_CONTEXT, above) : ROOT_CONTEXT;
          span = this.tracer.startSpan(operationName ? `${type} ${operationName}` : type, {}, parent);
          span.setAttribute('graphql.operation.type', type);
          if (operationName) span.setAttribute('graphql.operation.name', operationName);
        },
        willSendResponse: async ({ contextValue, errors = [] }) => {
          const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code ?? 'INTERNAL')))];
          span?.setAttribute('dateline.store_calls', contextValue.watch.calls);
          if (codes.length > 0) span?.setAttribute('dateline.error_codes', codes);
          if (codes.includes('INTERNAL')) span?.setStatus({ code: SpanStatusCode.ERROR });
          span?.end();
        },
      };
    },
  };

  private end(request: FastifyRequest, status: number | null): void {
    const span = this.spans.get(request);
    if (!span) return;
    this.spans.delete(request);
    if (status !== null) span.setAttribute('http.response.status_code', status);
    if (status !== null && status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }
}
