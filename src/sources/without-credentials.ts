/** A URL for messages and ids. A password in it must not reach a log. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, '//');
}
