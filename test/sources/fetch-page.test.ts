import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/errors.ts';
import { fetchPage } from '../../src/sources/fetch-page.ts';
import { isPrivateAddress } from '../../src/sources/private-address.ts';
import { collected, outcomes } from './collected.ts';
import { answer, redirect, serverOf } from './server.ts';

const STORY = 'Rain fell on Orlin.';
const BOMB = gzipSync(Buffer.alloc(50_000_000, 'x'));

let server: Awaited<ReturnType<typeof serverOf>>;
/** Requests for /story and their headers. */
const seen: Record<string, unknown>[] = [];

beforeAll(async () => {
  server = await serverOf({
    '/story': (request, response) => {
      seen.push({ ...request.headers });
      response.writeHead(200, { 'content-type': 'Text/Plain; charset="UTF-8"' }).end(STORY);
    },
    '/gzip': answer('text/plain', gzipSync(STORY), { 'content-encoding': 'gzip' }),
    '/br': answer('text/plain', brotliCompressSync(STORY), { 'content-encoding': 'br' }),
    '/deflate': answer('text/plain', deflateSync(STORY), { 'content-encoding': 'deflate' }),
    '/zstd': answer('text/plain', STORY, { 'content-encoding': 'zstd' }),
    '/cut-gzip': answer('text/plain', gzipSync(STORY).subarray(0, 15), { 'content-encoding': 'gzip' }),
    '/bomb': answer('text/plain', BOMB, { 'content-encoding': 'gzip' }),
    '/declared-large': answer('text/plain', 'x'.repeat(2_000_000)),
    '/endless': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', write);
      };
      write();
    },
    '/slow-headers': () => {},
    '/slow-body': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('Rain');
    },
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' }).write('Rain');
      setTimeout(() => response.destroy(), 20);
    },
    '/pdf': answer('application/pdf', '%PDF-1.7'),
    '/gone': (_request, response) => response.writeHead(410).end(),
    '/busy': (_request, response) => response.writeHead(503).end(),
    '/no-location': (_request, response) => response.writeHead(302).end(),
    '/r1': redirect('/r2'),
    '/r2': redirect('story?a=1#b', 307),
    '/loop': redirect('/loop'),
    '/5': redirect('/4'),
    '/4': redirect('/3'),
    '/3': redirect('/2'),
    '/2': redirect('/1'),
    '/1': redirect('/story'),
    '/6': redirect('/5'),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-credentials': redirect('http://mara:secret@orlin.example/'),
    '/to-nonsense': redirect('http://['),
  });
});
afterAll(() => server.close());

/** The text of a page, or the code of the error. Private addresses are allowed, since the server has one. */
async function fetched(path: string, settings: { maxBytes?: number; timeoutMs?: number; allowPrivate?: boolean } = {}) {
  try {
    const limits = { allowPrivate: true, maxBytes: 1_000_000, timeoutMs: 5000, ...settings };
    return Buffer.from((await fetchPage(path.startsWith('/') ? server.url + path : path, limits)).bytes).toString();
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    expect(thrown.place).not.toContain('secret');
    return thrown.code;
  }
}

describe('a page', () => {
  test('comes with its final address, type and charset', async () => {
    const page = await fetchPage(`${server.url}/r1#top`, { allowPrivate: true, maxBytes: 1000, timeoutMs: 5000 });
    expect({ ...page, bytes: Buffer.from(page.bytes).toString() }).toEqual({
      url: `${server.url}/story?a=1`,
      type: 'text/plain',
      charset: 'UTF-8',
      bytes: STORY,
    });
    expect(seen.at(-1)).toMatchObject({ 'user-agent': expect.stringMatching(/^dateline\//) });
  });

  test.each([
    ['/gzip', STORY],
    ['/br', STORY],
    ['/deflate', STORY],
    ['/zstd', 'SOURCE_UNSUPPORTED'],
    ['/cut-gzip', 'SOURCE_NOT_READABLE'],
    ['/cut', 'SOURCE_NOT_READABLE'],
    ['/nowhere', 'SOURCE_HTTP'],
    ['/gone', 'SOURCE_HTTP'],
    ['/busy', 'SOURCE_HTTP'],
    ['/no-location', 'SOURCE_HTTP'],
    ['/5', STORY],
    ['/6', 'SOURCE_REDIRECTS'],
    ['/loop', 'SOURCE_REDIRECTS'],
    ['/to-file', 'SOURCE_UNSUPPORTED'],
    ['/to-nonsense', 'SOURCE_UNSUPPORTED'],
    ['/to-credentials', 'SOURCE_CREDENTIALS'],
    ['http://mara:secret@127.0.0.1/', 'SOURCE_CREDENTIALS'],
    ['http://orlin.invalid/', 'SOURCE_NOT_FOUND'],
    ['http://127.0.0.1:1/', 'SOURCE_NOT_READABLE'],
  ])('%s: %s', async (path, expected) => {
    expect(await fetched(path)).toBe(expected);
  });

  test.each(['/declared-large', '/endless', '/bomb'])('%s: stops at the size limit', async (path) => {
    expect(await fetched(path)).toBe('SOURCE_TOO_LARGE');
  });

  test.each(['/slow-headers', '/slow-body'])('%s: stops at the time limit', async (path) => {
    expect(await fetched(path, { timeoutMs: 150 })).toBe('SOURCE_TIMEOUT');
  });

  test('the status is in the message', async () => {
    await expect(
      fetchPage(`${server.url}/gone`, { allowPrivate: true, maxBytes: 10, timeoutMs: 5000 }),
    ).rejects.toThrow('410');
  });
});

describe('private addresses', () => {
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'nonsense',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1', '::ffff:8.8.8.8'])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  test('are refused as an address in any spelling, and as the name of one', async () => {
    const { port } = server;
    const before = seen.length;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '127.1',
      '0',
    ]) {
      const code = await fetched(`http://${host}:${port}/story`, { allowPrivate: false });
      expect(`${host} ${code}`).toBe(`${host} SOURCE_PRIVATE_ADDRESS`);
    }
    expect(seen.length).toBe(before);
  });

  test('are reached by name when allowed', async () => {
    expect(await fetched(`http://localhost:${server.port}/story`)).toBe(STORY);
  });
});

describe('URLs as inputs', () => {
  test('what the server says of the content decides the format; one bad URL does not stop the rest', async () => {
    const inputs = ['/pdf', '/story', '/nowhere', '/gzip'].map((path) => server.url + path);
    expect(outcomes(await collected(inputs, { allowPrivate: true }))).toEqual([
      `${inputs[0]} SOURCE_UNSUPPORTED`,
      `${inputs[1]} ${STORY}`,
      `${inputs[2]} SOURCE_HTTP`,
      `${inputs[3]} ${STORY}`,
    ]);
  });

  test('a redirect to a private address is refused although the first address was allowed', async () => {
    // The server itself is only reachable with allowPrivate, so the rule for redirects is tested through its guard.
    const { checkedUrl } = await import('../../src/sources/checked-url.ts');
    const check = { place: 'here', allowPrivate: false, base: 'https://orlin.example/a' };
    expect(() => checkedUrl('http://169.254.169.254/', check)).toThrow(
      expect.objectContaining({ code: 'SOURCE_PRIVATE_ADDRESS' }),
    );
    expect(checkedUrl('/b#c', check).href).toBe('https://orlin.example/b');
  });
});
