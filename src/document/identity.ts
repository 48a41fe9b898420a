import { createHash } from 'node:crypto';

/** What a version is made of. */
interface Content {
  readonly text: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly publishedAt: string;
  readonly modifiedAt: string | null;
}

/** SHA-256 (hex) over text, title, source and dates: the same article told the same way has the same version. */
export function versionOf({ text, title, source, publishedAt, modifiedAt }: Content): string {
  return sha256(JSON.stringify([text, title, source, publishedAt, modifiedAt]));
}

/** The given id, else the canonical URL, else the content: `sha256:` and 32 hex digits. */
export function articleIdOf(given: string | null, url: string | null, version: string): string {
  return given ?? url ?? `sha256:${version.slice(0, 32)}`;
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ocid|ref_src)$/i;

/** A URL as an identity: no fragment, no tracking parameters, default port and case by the URL standard. */
export function canonicalUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const canonical = new URL(url);
  if (canonical.protocol !== 'http:' && canonical.protocol !== 'https:') return null;
  canonical.hash = '';
  canonical.username = '';
  canonical.password = '';
  for (const name of [...canonical.searchParams.keys()]) if (TRACKING.test(name)) canonical.searchParams.delete(name);
  return canonical.href;
}

function sha256(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}
