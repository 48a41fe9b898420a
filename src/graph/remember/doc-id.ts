import { factId } from './fact-id.ts';

/** What rows name a version of an article by: 12 characters of a hash, where its address and SHA-256 would be long. */
export function docId(article: string, version: string): string {
  return factId([article, version]).slice(0, 12);
}
