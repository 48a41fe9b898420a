import type { DomDocument } from './dom.ts';
import { isObject, type JsonObject, listOf, wordsIn } from './json-value.ts';

/** What a page's JSON-LD says of its article. Dates as written. */
export interface LinkedData {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

/** NewsArticle, ReportageNewsArticle, LiveBlogPosting …: schema.org's Article and its kinds, with or without address. */
const ARTICLE = /(?:^|[/#:])(?:\w*Article|Report|\w*BlogPosting|SocialMediaPosting)$/;
/** `@graph` in a list in a `mainEntity`: nobody writes it deeper than this. */
const DEEPEST = 6;

/** The first article in a page's JSON-LD, its authors and publisher looked up where they are given by `@id`. */
export function linkedData(document: DomDocument): LinkedData | null {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) =>
    nodesOf(parsed(script.textContent ?? ''), DEEPEST),
  );
  const article = nodes.find((node) => listOf(node['@type']).some((type) => ARTICLE.test(String(type))));
  if (!article) return null;
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const named = (value: unknown): string | null => nameIn(value, byId);
  return {
    headline: wordsIn(article.headline) ?? wordsIn(article.name),
    datePublished: wordsIn(listOf(article.datePublished)[0]),
    dateModified: wordsIn(listOf(article.dateModified)[0]),
    authors: listOf(article.author ?? article.creator)
      .map(named)
      .filter((name) => name !== null),
    publisher: listOf(article.publisher ?? article.sourceOrganization).map(named)[0] ?? null,
    language: wordsIn(article.inLanguage),
    url: addressIn(article.mainEntityOfPage) ?? wordsIn(article.url),
  };
}

/** Objects in the order written: of a list, of `@graph`, of what a page is about. */
function nodesOf(value: unknown, depth: number): JsonObject[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, depth - 1));
  if (!isObject(value)) return [];
  return [value, ...nodesOf(value['@graph'], depth - 1), ...nodesOf(value.mainEntity, depth - 1)];
}

/** `mainEntityOfPage` is an address or a page that has one. */
function addressIn(page: unknown): string | null {
  return isObject(page) ? (wordsIn(page['@id']) ?? wordsIn(page.url)) : wordsIn(page);
}

function nameIn(value: unknown, byId: ReadonlyMap<unknown, JsonObject>): string | null {
  if (!isObject(value)) return wordsIn(value);
  const name = listOf(value.name)[0] ?? listOf(byId.get(value['@id'])?.name)[0];
  return wordsIn(name);
}

/** Null for what is no JSON: pages that are broken there still have their text. */
function parsed(script: string): unknown {
  // Old content management systems wrap scripts so that browsers without scripting do not show them.
  const bare = script.replace(/^\s*(?:<!--|(?:\/\/\s*)?<!\[CDATA\[)/, '').replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}
