import { createHash } from 'node:crypto';

/** A short name for what makes a fact that fact: 22 characters of the SHA-256 of its parts. */
export function factId(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
