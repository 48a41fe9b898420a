import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { anExtraction } from '../support/an-extraction.ts';

let store: GraphStore;
let api: Api;

beforeAll(async () => {
  store = aGraph();
  await store.remember([anExtraction({ id: 'a', text: 'It rained. '.repeat(500).trim() })]);
  api = await anApi(store, { origins: ['https://desk.example'] });
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const post = (query: string, headers: Record<string, string> = {}) =>
  api.server.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });

test('pages may only do what we tell them', async () => {
  const { headers } = await api.server.inject('/');
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'.*script-src 'self'/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('origins on the list may ask, others may not', async () => {
  const preflight = (origin: string) =>
    api.server.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  expect((await preflight('https://desk.example')).headers['access-control-allow-origin']).toBe('https://desk.example');
  expect((await preflight('https://other.example')).headers['access-control-allow-origin']).not.toBe(
    'https://other.example',
  );
});

test('long answers are compressed for those who can read them', async () => {
  const answer = await post('{ article(id: "a") { text } }', { 'accept-encoding': 'gzip' });
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(answer.rawPayload).toString()).data.article.text).toMatch(/^It rained/);
  expect((await post('{ article(id: "a") { text } }')).headers['content-encoding']).toBeUndefined();
});

test('every answer has an id, and none is taken from outside', async () => {
  const answer = await post('{ health { status } }', { 'x-request-id': 'mine\r\nset-cookie: a=b' });
  expect(answer.headers['x-request-id']).toMatch(/^req-/);
});

test('health, readiness and measures are told', async () => {
  await post('{ nothing }');
  expect((await api.server.inject('/health')).json()).toMatchObject({ status: 'ok', articles: 1 });
  expect((await api.server.inject('/ready')).json()).toEqual({ status: 'ready' });
  const { body } = await api.server.inject('/metrics');
  expect(body).toContain('dateline_request_seconds_bucket{le="0.005",route="/health",status="200"}');
  expect(body).toMatch(/dateline_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} [1-9]/);
});

test('a store that does not answer is not ready', async () => {
  const { server } = await anApi({ ...store, health: () => Promise.reject(new Error('down')) });
  expect((await server.inject('/ready')).statusCode).toBe(503);
  await server.close();
});

test('introspection can be off', async () => {
  const { server, ask } = await anApi(store, { introspection: false });
  const { status, errors } = await ask('{ __schema { types { name } } }');
  expect([status, errors?.[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  await server.close();
});
