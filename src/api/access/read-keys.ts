import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';
import type { ApiKey, Scope } from './access.ts';

const HINT =
  'a JSON list of {"name": "desk", "sha256": "…", "scopes": ["read", "write", "curate"]}; make a hash with: printf %s KEY | sha256sum';

/** The keys that a file lists. Throws ConfigError. */
export function readKeys(file: string): ApiKey[] {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError('KEYS_UNREADABLE', `the keys in ${file} cannot be read`, { hint: HINT, place: file, cause });
  }
  if (!Array.isArray(given) || !given.every(isKey)) {
    throw new ConfigError('KEYS_INVALID', `${file} does not list keys`, { hint: HINT, place: file });
  }
  return given;
}

function isKey(given: unknown): given is ApiKey {
  const { name, sha256, scopes } = (given ?? {}) as Record<string, unknown>;
  const isScope = (scope: unknown): scope is Scope => scope === 'read' || scope === 'write' || scope === 'curate';
  return (
    typeof name === 'string' &&
    name !== '' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/i.test(sha256) &&
    Array.isArray(scopes) &&
    scopes.every(isScope)
  );
}
