import { refusal } from './refusal.ts';

/** An opaque cursor: the order key of an edge, so that it stays right while other rows come and go. */
export function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The order key of a cursor of `length` parts. Throws GraphQLError `BAD_CURSOR` for anything that we did not hand out. */
export function keyOf(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Falls through to the one error below.
  }
  throw refusal('BAD_CURSOR', '`after` is no cursor of this list: use an endCursor that it gave');
}
