import type { Draft } from '../document/document.ts';
import type { DomDocument } from './dom.ts';
import { linkedData } from './json-ld.ts';
import { knownDate } from './known-date.ts';
import { joinedNames, nameOf } from './names.ts';
import { plainText } from './plain-text.ts';
import { webAddress } from './web-address.ts';

const PUBLISHED = (
  'article:published_time og:published_time datepublished date pubdate publishdate publish-date publication_date ' +
  'parsely-pub-date sailthru.date citation_publication_date dc.date dc.date.issued dcterms.created dcterms.date'
).split(' ');
const MODIFIED = 'article:modified_time og:updated_time datemodified last-modified lastmod dcterms.modified'.split(' ');
const AUTHORS = 'author byl dc.creator dcterms.creator parsely-author sailthru.author citation_author'.split(' ');
const PUBLISHERS = 'publisher dc.publisher dcterms.publisher application-name'.split(' ');
const TITLES = 'og:title twitter:title headline dc.title dcterms.title parsely-title title'.split(' ');

export type Metadata = Pick<Draft, 'title' | 'url' | 'source' | 'author' | 'publishedAt' | 'modifiedAt' | 'language'>;

/**
 * What a page says of its article: JSON-LD first, then OpenGraph, other `<meta>`, then elements meant for readers.
 * @throws InputError SOURCE_BAD_DATE if every date given for one thing is unreadable
 */
export function htmlMetadata(document: DomDocument, page: { place: string; url: string | null }): Metadata {
  const linked = linkedData(document);
  const metas = metasOf(document);
  const all = (names: readonly string[]): string[] => names.flatMap((name) => metas.get(name) ?? []);
  const source = linked?.publisher ?? all(['og:site_name', ...PUBLISHERS])[0] ?? null;
  const title =
    linked?.headline ?? withoutSite(all(TITLES)[0] ?? null, source, document) ?? lastTitle(document, source);
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name) || null;
  const own = canonical(all(['og:url'])[0], page.url) ?? canonical(linked?.url, page.url);
  const published = [linked?.datePublished, ...all(PUBLISHED), itemDate(document, 'datePublished'), timeOf(document)];
  const modified = [linked?.dateModified, ...all(MODIFIED), itemDate(document, 'dateModified')];
  return {
    title: title && plainText(title),
    url: canonical(attribute('link[rel~="canonical" i]', 'href'), page.url ?? own) ?? own ?? page.url,
    source: source && nameOf(source),
    author:
      joinedNames(linked?.authors ?? []) ??
      joinedNames(all(['article:author'])) ??
      joinedNames(all(AUTHORS)) ??
      joinedNames([...document.querySelectorAll('[rel="author"], [itemprop="author"]')].map((by) => by.textContent)),
    publishedAt: knownDate(published, page.place),
    modifiedAt: knownDate(modified, page.place),
    language: document.documentElement.getAttribute('lang') || linked?.language || all(['content-language'])[0] || null,
  };
}

/** The contents of `<meta>` that are not blank, by name or property in lower case, in document order. */
function metasOf(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (!name) continue;
      const contents = metas.get(name);
      if (contents) contents.push(content);
      else metas.set(name, [content]);
    }
  }
  return metas;
}

/** "Rain in Orlin | The Orlin Post": where the page shows "Rain in Orlin" or names its site, the rest is not title. */
function withoutSite(title: string | null, site: string | null, document: DomDocument): string | null {
  if (title === null) return null;
  const shown = plainText(document.querySelector('h1')?.textContent ?? '');
  if (shown !== '' && title.startsWith(shown) && /^\s*[|\-–—:·•»]/.test(title.slice(shown.length))) return shown;
  const tail = site ? title.slice(0, -site.length) : null;
  return tail !== null && title.endsWith(site as string) && /\S\s*[|\-–—:·•»]\s*$/.test(tail)
    ? tail.replace(/\s*[|\-–—:·•»]\s*$/, '')
    : title;
}

function lastTitle(document: DomDocument, site: string | null): string | null {
  const shown = document.querySelector('article h1, main h1')?.textContent ?? document.querySelector('h1')?.textContent;
  return shown?.trim() || withoutSite(document.querySelector('title')?.textContent?.trim() || null, site, document);
}

/** A canonical address that is the site's front page is a mistake: all its articles would be one. */
function canonical(address: string | null | undefined, base: string | null): string | null {
  const url = webAddress(address, base);
  return url !== null && new URL(url).pathname === '/' && new URL(url).search === '' ? null : url;
}

function itemDate(document: DomDocument, property: string): string | null {
  const item = document.querySelector(`[itemprop="${property}"]`);
  return item?.getAttribute('datetime') ?? item?.getAttribute('content') ?? null;
}

/** A `<time>` may also hold a duration or an hour; only one that begins as a day does is a date. */
function timeOf(document: DomDocument): string | null {
  const times = ['article time[datetime]', 'main time[datetime]', 'time[datetime]'].flatMap((selector) => [
    ...document.querySelectorAll(selector),
  ]);
  const dates = times.map((time) => time.getAttribute('datetime') ?? '');
  return dates.find((date) => /^\s*\d{4}-?\d{2}-?\d{2}/.test(date)) ?? null;
}
