/** An http or https address, resolved against the page that it stands in and without credentials; null for others. */
export function webAddress(address: string | null | undefined, base: string | null): string | null {
  const written = address?.trim();
  if (!written || !URL.canParse(written, base ?? undefined)) return null;
  const url = new URL(written, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href;
}
