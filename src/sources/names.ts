import { plainText } from './plain-text.ts';

/** "By Mara Oduya", "https://example.com/authors/7": a byline's introduction goes, an address is no name. */
export function nameOf(written: string): string | null {
  const name = plainText(written).replace(/^by:?\s+/i, '');
  return name === '' || /^https?:\/\//i.test(name) ? null : name;
}

/** Names joined by ", ", each once; null where there is none. */
export function joinedNames(written: readonly (string | null | undefined)[]): string | null {
  const names = written.map((name) => (name ? nameOf(name) : null)).filter((name) => name !== null);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}
