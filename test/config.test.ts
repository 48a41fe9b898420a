import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RELEASE, ROOT, readConfig } from '../src/config.ts';

test('the release is that of package.json', () => {
  expect(RELEASE).toBe(JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).version);
});

test('the environment sets what has no flag', () => {
  expect(readConfig({})).toMatchObject({
    store: '.dateline/graph.db',
    storePassword: null,
    storePool: 20,
    storeTimeoutMs: 60_000,
    host: '127.0.0.1',
    port: 4000,
    log: false,
  });
  expect(
    readConfig({ DATELINE_STORE: 'x.db', DATELINE_PORT: '7', DATELINE_HOST: '::1', DATELINE_LOG: '1' }),
  ).toMatchObject({
    store: 'x.db',
    storePassword: null,
    storePool: 20,
    storeTimeoutMs: 60_000,
    host: '::1',
    port: 7,
    log: true,
  });
});

test('the environment sets what the server lets in', () => {
  expect(readConfig({}).server).toEqual({
    keys: null,
    areReadsKeyed: false,
    tokens: null,
    audit: null,
    origins: [],
    introspection: true,
    ratePerMinute: 6000,
    tracing: null,
  });
  const env = {
    DATELINE_ORIGINS: 'https://a.example, https://b.example',
    DATELINE_READS: 'keyed',
    DATELINE_TOKEN_SECRET: 's',
  };
  expect(readConfig(env).server).toMatchObject({
    origins: ['https://a.example', 'https://b.example'],
    areReadsKeyed: true,
    tokens: { secret: 's' },
  });
});

test('requests are traced where a collector is named', () => {
  const endpoint = 'http://127.0.0.1:4318';
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).server.tracing).toEqual({
    endpoint,
    service: 'dateline',
  });
});
