import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import type { AccessRules } from '../../src/api/access/access.ts';
import { auditLog } from '../../src/api/access/audit-log.ts';
import { readKeys } from '../../src/api/access/read-keys.ts';
import type { Audited } from '../../src/api/context.ts';
import { ConfigError, InputError } from '../../src/errors.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { anExtraction } from '../support/an-extraction.ts';

const hash = (key: string) => createHash('sha256').update(key).digest('hex');
const SECRET = 'a secret of at least thirty-two characters';
const rules: AccessRules = {
  keys: [
    { name: 'desk', sha256: hash('desk-key'), scopes: ['read', 'write', 'curate'] },
    { name: 'reader', sha256: hash('reader-key'), scopes: ['read'] },
    { name: 'robot', sha256: hash('robot-key'), scopes: ['write'] },
  ],
  tokens: { secret: SECRET, issuer: 'desk.example' },
  areReadsKeyed: false,
};
const token = (claims: object, { secret = SECRET, exp = '1h' } = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('mara')
    .setIssuer('desk.example')
    .setIssuedAt()
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(secret));

let store: GraphStore;
let api: Api;
let audited: Audited[];
const as = (key: string) => ({ authorization: `Bearer ${key}` });

beforeAll(async () => {
  store = aGraph();
  await store.remember([
    aStory({
      id: 'a',
      entities: [
        ['Person', 'Mara Oduya'],
        ['Person', 'M. Oduya'],
      ],
      events: [{ type: 'PROTEST', trigger: 'march', on: '2024-02-10' }],
    }),
  ]);
  api = await anApi(store, {
    access: rules,
    audit: (line) => audited.push(line),
    ingest: async ({ id, text }) => {
      if (text === 'bad') throw new InputError('NO_DAY', 'the article has no day', { hint: 'give publishedAt' });
      const [applied] = await store.remember([anExtraction({ id: id ?? 'x', text })]);
      return { id: id ?? 'x', applied: applied as string };
    },
  });
});
beforeEach(() => {
  audited = [];
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const INGEST = 'mutation($id: ID) { ingest(article: {id: $id, text: "It rained."}) { id applied } }';

describe('who may change the graph', () => {
  test.each([
    ['nobody', {}, 401, 'UNAUTHENTICATED'],
    ['a wrong key', as('guess'), 401, 'UNAUTHENTICATED'],
    ['no bearer', { authorization: 'Basic abc' }, 401, 'UNAUTHENTICATED'],
    ['a key without the scope', as('reader-key'), 200, 'FORBIDDEN'],
  ])('not %s', async (_, headers, status, code) => {
    const told = await api.ask(INGEST, { id: 'n' }, headers);
    expect(told.errors?.[0].extensions.code).toBe(code);
    if (status === 401 && Object.keys(headers).length) expect(told.status).toBe(401);
    expect(await store.article('n')).toBeNull();
    expect(audited).toEqual([]);
  });

  test.each([
    ['a key', async () => as('robot-key'), 'robot'],
    ['a key in its own header', async () => ({ 'x-api-key': 'desk-key' }), 'desk'],
    ['a token', async () => as(await token({ scope: 'read write' })), 'mara'],
  ])('%s with the scope may, and it is audited', async (_, headers, by) => {
    const { data, errors } = await api.ask(INGEST, { id: `by-${by}` }, await headers());
    expect(errors).toBeUndefined();
    expect(data.ingest).toEqual({ id: `by-${by}`, applied: 'ADDED' });
    expect(audited).toEqual([{ by, what: 'ingest', on: `by-${by}`, outcome: 'added' }]);
  });

  test.each([
    ['expired', () => token({ scope: 'write' }, { exp: '-1h' })],
    ['signed by somebody else', () => token({ scope: 'write' }, { secret: 'another secret of thirty-two characters' })],
    ['without a signature', async () => `${(await token({ scope: 'write' })).split('.').slice(0, 2).join('.')}.`],
  ])('a token that is %s is refused', async (_, make) => {
    expect((await api.ask(INGEST, {}, as(await make()))).status).toBe(401);
  });

  test('a wrong key is refused for reading too, also where reading is open', async () => {
    expect((await api.ask('{ health { status } }', {}, as('guess'))).status).toBe(401);
    expect((await api.ask('{ health { status } }')).status).toBe(200);
  });

  test('reading can be keyed', async () => {
    const keyed = await anApi(store, { access: { ...rules, areReadsKeyed: true } });
    const asked = async (headers: Record<string, string>) =>
      (await keyed.ask('{ health { status } }', {}, headers)).status;
    expect([await asked({}), await asked(as('robot-key')), await asked(as('reader-key'))]).toEqual([401, 403, 200]);
    await keyed.server.close();
  });
});

test('a bad article is told with its code and remedy', async () => {
  const { errors } = await api.ask('mutation { ingest(article: {text: "bad"}) { id } }', {}, as('desk-key'));
  expect(errors?.[0].extensions).toEqual({ code: 'NO_DAY', hint: 'give publishedAt' });
});

test('decisions are made, told and undone', async () => {
  const [one, other] = [(await store.named('Mara Oduya'))[0]!, (await store.named('M. Oduya'))[0]!];
  const decide =
    'mutation($a: ID!, $b: ID!) { decide(decision: {same: {a: $a, b: $b}}, why: "one desk") { id by why kind at } }';
  expect((await api.ask(decide, { a: one.id, b: other.id }, as('robot-key'))).errors?.[0].extensions.code).toBe(
    'FORBIDDEN',
  );
  const { data, errors } = await api.ask(decide, { a: one.id, b: other.id }, as('desk-key'));
  expect(errors).toBeUndefined();
  expect(data.decide).toMatchObject({ by: 'desk', why: 'one desk', kind: 'same', at: '2024-02-20T00:00:00.000Z' });
  const nodes = async () => new Set([...(await store.nodesOf([one.id, other.id])).values()]).size;
  expect(await nodes()).toBe(1);
  await api.ask('mutation($id: ID!) { undo(decision: $id) { id } }', { id: data.decide.id }, as('desk-key'));
  expect(await nodes()).toBe(2);
  expect(audited.map(({ what }) => what)).toEqual(['same', 'undo']);
});

test.each([
  ['an id that nothing has', 'decide(decision: {withdraw: "none"})', 'BAD_REFERENCE'],
  ['nothing', 'decide(decision: {})', 'BAD_REFERENCE'],
  ['an unknown decision', 'undo(decision: "none")', 'DECISION_UNKNOWN'],
  ['an unknown article', 'retract(article: "none")', 'ARTICLE_UNKNOWN'],
])('deciding about %s is refused', async (_, field, code) => {
  const { errors } = await api.ask(`mutation { ${field} { id } }`, {}, as('desk-key'));
  expect(errors?.[0].extensions.code).toBe(code);
});

test('more requests than allowed are refused, each key by itself', async () => {
  const few = await anApi(store, { access: rules, ratePerMinute: 2 });
  const asked = (headers: Record<string, string>) => few.ask('{ health { status } }', {}, headers);
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await asked({})).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await asked({})).errors?.[0].extensions.code).toBe('RATE_LIMITED');
  expect((await asked(as('reader-key'))).status).toBe(200);
  expect((await few.server.inject('/health')).statusCode).toBe(200);
  await few.server.close();
});

describe('files', () => {
  test('keys are read, and a bad file is refused with a remedy', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dateline-')), 'keys.json');
    writeFileSync(file, JSON.stringify(rules.keys));
    expect(readKeys(file)).toEqual(rules.keys);
    for (const bad of [
      '{',
      '{}',
      '[{"name": "a", "sha256": "short", "scopes": []}]',
      '[{"name": "a", "sha256": "00", "scopes": ["all"]}]',
    ]) {
      writeFileSync(file, bad);
      expect(() => readKeys(file)).toThrow(ConfigError);
    }
  });

  test('the audit log is only added to', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dateline-')), 'log', 'audit.jsonl');
    for (const on of ['a', 'b']) auditLog(file)({ by: 'desk', what: 'ingest', on, outcome: 'added' });
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ by: 'desk', on: 'a' }, { on: 'b' }]);
  });
});
