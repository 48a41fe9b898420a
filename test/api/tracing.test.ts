import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { otlpTracer } from '../../src/api/web/otlp-tracer.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { type Api, anApi } from '../support/an-api.ts';

let store: GraphStore;
let api: Api;
let exporter: InMemorySpanExporter;

beforeEach(async () => {
  store = aGraph();
  exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const failing: GraphStore = {
    ...store,
    within: () => failing,
    health: () => Promise.reject(new Error('secret of the store')),
  };
  api = await anApi(failing, { tracer: provider.getTracer('test') });
});
afterEach(async () => {
  await api.server.close();
  await store.close();
});

const told = () =>
  exporter.getFinishedSpans().map(({ name, kind, status, attributes }) => ({ name, kind, status, attributes }));

test('a request is a span, and what is executed one below it, below that of the caller', async () => {
  const caller = '0af7651916cd43dd8448eb211c80319c';
  const query = 'query HowMuch($of: String!) { stats { events } entities(search: $of) { edges { cursor } } }';
  await api.ask(query, { of: 'Mara Oduya' }, { traceparent: `00-${caller}-b7ad6b7169203331-01` });
  const [operation, request] = exporter.getFinishedSpans();
  expect(told()).toMatchObject([
    {
      name: 'query HowMuch',
      kind: SpanKind.INTERNAL,
      attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'HowMuch', 'dateline.store_calls': 3 },
    },
    {
      name: 'POST /graphql',
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'url.path': '/graphql',
        'http.response.status_code': 200,
      },
    },
  ]);
  expect(operation?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
  expect([operation, request].map((span) => span?.spanContext().traceId)).toEqual([caller, caller]);
  expect(request?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
  expect(JSON.stringify(told())).not.toContain('Mara');
});

test('what is refused has its code, what fails is an error, and neither says more', async () => {
  await api.ask('{ timeline(first: 0) { edges { cursor } } }');
  await api.ask('{ health { status } }');
  await api.ask('{ nothing }');
  const [refused, , failed, , invalid] = told();
  expect(refused).toMatchObject({
    attributes: { 'dateline.error_codes': ['BAD_PAGE'] },
    status: { code: SpanStatusCode.UNSET },
  });
  expect(failed).toMatchObject({
    attributes: { 'dateline.error_codes': ['INTERNAL'] },
    status: { code: SpanStatusCode.ERROR },
  });
  expect(invalid).toMatchObject({ name: 'POST /graphql', attributes: { 'http.response.status_code': 400 } });
  expect(JSON.stringify(told())).not.toContain('secret');
});

test('they go to a collector, and nobody waits for one that is not there', async () => {
  const sent: string[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      sent.push(`${request.url} ${body}`);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const { tracer, close } = otlpTracer({ endpoint, service: 'news' }, '1.2.3');
  const { server, ask } = await anApi(store, { tracer });
  await ask('query Mine { stats { events } }');
  await server.close();
  await close();
  expect(sent.join()).toMatch(/^\/v1\/traces .*"news".*"1\.2\.3".*"query Mine"/);
  await new Promise((resolve) => collector.close(resolve));
  const lost = otlpTracer({ endpoint, service: 'news' }, '1.2.3');
  const other = await anApi(store, { tracer: lost.tracer });
  expect((await other.ask('{ stats { events } }')).data.stats.events).toBe(0);
  await other.server.close();
  await lost.close();
});
