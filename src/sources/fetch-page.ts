import { Agent, type Dispatcher, request } from 'undici';
import { InputError } from '../errors.ts';
import { checkedUrl } from './checked-url.ts';
import { collect, tooLarge } from './collect.ts';
import { decompressed } from './decompressed.ts';
import { fetchError } from './fetch-error.ts';
import { guardedLookup } from './guarded-lookup.ts';
import type { Settings } from './options.ts';
import { withoutCredentials } from './without-credentials.ts';

/** A page as the server sent it, decompressed. */
export interface FetchedPage {
  /** The address after redirects. */
  readonly url: string;
  /** Media type in lower case without parameters; null if the server named none. */
  readonly type: string | null;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export type FetchSettings = Pick<Settings, 'allowPrivate' | 'maxBytes' | 'timeoutMs'>;

const MOST_REDIRECTS = 5;
const HEADERS = {
  'user-agent': 'dateline/0.1 (news article reader)',
  accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, */*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/**
 * Fetches one page. The time limit covers everything from the first name lookup to the last byte of the last redirect;
 * the size limit holds for the bytes on the wire and after decompression, and both are kept while they arrive.
 * @throws InputError SOURCE_HTTP, SOURCE_TIMEOUT, SOURCE_TOO_LARGE, SOURCE_REDIRECTS, SOURCE_PRIVATE_ADDRESS,
 *   SOURCE_CREDENTIALS, SOURCE_UNSUPPORTED, SOURCE_NOT_FOUND, SOURCE_NOT_READABLE
 */
export async function fetchPage(url: string, settings: FetchSettings): Promise<FetchedPage> {
  const place = withoutCredentials(url);
  const { allowPrivate, timeoutMs } = settings;
  const lookup = allowPrivate ? {} : { lookup: guardedLookup };
  const agent = new Agent({ connect: { timeout: timeoutMs, ...lookup }, headersTimeout: timeoutMs });
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    return await follow(url, { place, agent, signal: limit.signal, settings });
  } catch (thrown) {
    throw fetchError(thrown, { place, timedOut: limit.signal.aborted, timeoutMs });
  } finally {
    clearTimeout(timer);
    // What a page has not sent by now is not wanted: a graceful close would wait for it.
    await agent.destroy();
  }
}

interface Fetching {
  readonly place: string;
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly settings: FetchSettings;
}

async function follow(start: string, fetching: Fetching): Promise<FetchedPage> {
  const { place, agent, signal, settings } = fetching;
  let url = checkedUrl(start, { place, allowPrivate: settings.allowPrivate });
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await request(url, { dispatcher: agent, signal, headers: HEADERS });
    const location = locationOf(response);
    if (location === null) return read(response, url.href, fetching);
    response.body.on('error', () => {}).destroy();
    url = checkedUrl(location, { place, allowPrivate: settings.allowPrivate, base: url.href });
  }
  throw new InputError('SOURCE_REDIRECTS', `more than ${MOST_REDIRECTS} redirects`, {
    place,
    hint: 'open it in a browser and give the address where it ends',
  });
}

function locationOf({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  const { location } = headers;
  return [301, 302, 303, 307, 308].includes(statusCode) && typeof location === 'string' ? location : null;
}

async function read(response: Dispatcher.ResponseData, url: string, fetching: Fetching): Promise<FetchedPage> {
  const { place, settings } = fetching;
  const { statusCode, headers, body } = response;
  // A body that is left unread must not fail later, with nobody to hear it.
  body.on('error', () => {});
  if (statusCode < 200 || statusCode > 299) throw badStatus(statusCode, place);
  const { maxBytes } = settings;
  if (Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes, place);
  const bytes = await collect(decompressed(body, headers['content-encoding'], place), { maxBytes, place });
  const contentType = String(headers['content-type'] ?? '');
  return {
    url,
    type: contentType.split(';', 1)[0]?.trim().toLowerCase() || null,
    charset: /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1] ?? null,
    bytes,
  };
}

function badStatus(status: number, place: string): InputError {
  const hint =
    status === 401 || status === 402 || status === 403
      ? 'save the page from a browser that may read it, and give the file'
      : status === 429 || status >= 500
        ? 'try again later'
        : 'check the address';
  return new InputError('SOURCE_HTTP', `the server answered ${status}`, { place, hint });
}
