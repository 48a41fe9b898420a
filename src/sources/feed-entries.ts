import type { AnyFeed, Atom, Json, Rdf, Rss } from 'feedsmith';
import { joinedNames, nameOf } from './names.ts';
import { plainText } from './plain-text.ts';
import { webAddress } from './web-address.ts';

/** One entry of a feed in any of the formats. Dates as written; names and titles as text. */
export interface Entry {
  /** The full text; null where the feed has only a summary or nothing. */
  readonly content: { readonly value: string; readonly html: boolean } | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly published: readonly (string | undefined)[];
  readonly modified: readonly (string | undefined)[];
  readonly language: string | null;
}

/** The entries of a parsed feed, in its order; `base` is where it came from. */
export function feedEntries(parsed: AnyFeed<string>, base: string | null): Entry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => rssEntry(item, parsed.feed, base));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => rdfEntry(item, parsed.feed, base));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => atomEntry(entry, parsed.feed, base));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => jsonEntry(item, parsed.feed, base));
  }
}

function rssEntry(item: Rss.Item<string>, feed: Rss.Feed<string>, base: string | null): Entry {
  const { guid, dc } = item;
  const permalink = guid?.isPermaLink === false ? null : webAddress(guid?.value, null);
  return {
    content: contentOf(item.content?.encoded, true),
    id: guid?.value ?? null,
    title: titleOf(item.title),
    url: webAddress(item.link, base ?? feed.link ?? null) ?? permalink,
    source: nameOf(feed.title ?? ''),
    author: joinedNames(dc?.creators ?? []) ?? joinedNames((item.authors ?? []).map(({ name }) => name)),
    published: [item.pubDate, ...(dc?.dates ?? [])],
    modified: [item.atom?.updated, ...(item.dcterms?.modified ?? [])],
    language: feed.language ?? dc?.languages?.[0] ?? null,
  };
}

function rdfEntry(item: Rdf.Item<string>, feed: Rdf.Feed<string>, base: string | null): Entry {
  const { dc } = item;
  return {
    content: contentOf(item.content?.encoded, true),
    id: item.rdf?.about ?? null,
    title: titleOf(item.title),
    url: webAddress(item.link ?? item.rdf?.about, base ?? feed.link ?? null),
    source: nameOf(feed.title ?? ''),
    author: joinedNames(dc?.creators ?? []),
    published: dc?.dates ?? [],
    modified: item.dcterms?.modified ?? [],
    language: dc?.languages?.[0] ?? feed.dc?.languages?.[0] ?? null,
  };
}

function atomEntry(entry: Atom.Entry<string>, feed: Atom.Feed<string>, base: string | null): Entry {
  const { content } = entry;
  const linkTo = (links: Atom.Entry<string>['links'], rel: string): string | undefined =>
    links?.find((link) => (link.rel ?? 'alternate') === rel)?.href;
  const home = webAddress(linkTo(feed.links, 'self') ?? linkTo(feed.links, 'alternate'), base);
  return {
    // Without a type content is plain text, by the standard; feeds that leave it out send HTML nevertheless.
    content: contentOf(content?.value, content?.type ? /html/i.test(content.type) : undefined),
    id: entry.id ?? null,
    title: atomText(entry.title),
    url: webAddress(linkTo(entry.links, 'alternate'), base ?? home),
    source: nameOf(atomText(entry.source?.title ?? feed.title) ?? ''),
    author: joinedNames((entry.authors ?? entry.source?.authors ?? feed.authors ?? []).map(({ name }) => name)),
    published: [entry.published, entry.updated],
    modified: entry.published === undefined || entry.published === entry.updated ? [] : [entry.updated],
    language: entry.xml?.lang ?? feed.xml?.lang ?? null,
  };
}

function jsonEntry(item: Json.Item<string>, feed: Json.Feed<string>, base: string | null): Entry {
  return {
    content: contentOf(item.content_html, true) ?? contentOf(item.content_text, false),
    id: item.id ?? null,
    title: item.title ?? null,
    url: webAddress(item.url ?? item.external_url, base ?? feed.feed_url ?? feed.home_page_url ?? null),
    source: nameOf(feed.title ?? ''),
    author: joinedNames((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
    published: [item.date_published],
    modified: [item.date_modified],
    language: item.language ?? feed.language ?? null,
  };
}

function contentOf(value: string | undefined, html: boolean | undefined): Entry['content'] {
  if (!value || value.trim() === '') return null;
  return { value, html: html ?? /<(?:p|br|div|\/\w+)[\s/>]/i.test(value) };
}

function atomText(text: { value?: string; type?: string } | undefined): string | null {
  if (!text?.value) return null;
  return /html/i.test(text.type ?? '') ? titleOf(text.value) : text.value.trim() || null;
}

/** RSS titles are HTML, whether or not they mean to be. */
const titleOf = (html: string | undefined): string | null => (html && plainText(html)) || null;
