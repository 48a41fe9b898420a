import { createHash, timingSafeEqual } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { refusal } from '../refusal.ts';

/** What a key or token may do. */
export type Scope = 'read' | 'write' | 'curate';
const SCOPES: readonly Scope[] = ['read', 'write', 'curate'];

/** A key that the server knows: never the key itself, but the SHA-256 of it, in hexadecimal. */
export interface ApiKey {
  readonly name: string;
  readonly sha256: string;
  readonly scopes: readonly Scope[];
}

/** How tokens are checked: by a shared secret, or by keys of an issuer (given, or at an address). */
export interface TokenCheck {
  readonly secret?: string;
  readonly keys?: JSONWebKeySet;
  readonly keysUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
}

/** Who may do what. */
export interface AccessRules {
  readonly keys: readonly ApiKey[];
  readonly tokens: TokenCheck | null;
  /** Whether reading needs a key or token. */
  readonly areReadsKeyed: boolean;
}

/** Anybody reads, nobody writes. */
export const OPEN: AccessRules = { keys: [], tokens: null, areReadsKeyed: false };

/** Who asks. */
export interface Viewer {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export type Authenticate = (credential: string | null) => Promise<Viewer | null>;

/** Tells who asks by their key or token; null where they give none. Throws `UNAUTHENTICATED` (401) for a wrong one. */
export function authenticator({ keys, tokens }: AccessRules): Authenticate {
  const known = keys.map((key) => ({ ...key, digest: Buffer.from(key.sha256, 'hex') }));
  const verify = tokens && verifier(tokens);
  return async (credential) => {
    if (credential === null) return null;
    const digest = createHash('sha256').update(credential).digest();
    // Every key is compared, so that the time taken tells nothing.
    const matching = known.filter((key) => key.digest.length === digest.length && timingSafeEqual(key.digest, digest));
    if (matching[0]) return { name: matching[0].name, scopes: matching[0].scopes };
    if (verify && credential.split('.').length === 3) return verify(credential);
    throw refusal('UNAUTHENTICATED', 'the key or token is unknown', {}, 401);
  };
}

/** The key or token of a request: `Authorization: Bearer …` or `X-Api-Key: …`. */
export function credentialOf(headers: Readonly<Record<string, unknown>>): string | null {
  const { authorization, 'x-api-key': key } = headers;
  if (typeof key === 'string' && key) return key;
  const bearer = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization) : null;
  if (bearer) return bearer[1]!;
  if (authorization) throw refusal('UNAUTHENTICATED', 'give `Authorization: Bearer …`', {}, 401);
  return null;
}

/** Throws unless the viewer has the scope: `UNAUTHENTICATED` (401) for nobody, `FORBIDDEN` (403) for others. */
export function demand(viewer: Viewer | null, scope: Scope): Viewer {
  if (!viewer) throw refusal('UNAUTHENTICATED', `this needs a key or token with the scope ${scope}`, { scope }, 401);
  if (!viewer.scopes.includes(scope)) {
    throw refusal('FORBIDDEN', `${viewer.name} does not have the scope ${scope}`, { scope }, 403);
  }
  return viewer;
}

function verifier({ secret, keys, keysUrl, issuer, audience }: TokenCheck): (token: string) => Promise<Viewer> {
  const options = { ...(issuer && { issuer }), ...(audience && { audience }) };
  const shared = secret === undefined ? null : new TextEncoder().encode(secret);
  const set = keys ? createLocalJWKSet(keys) : keysUrl ? createRemoteJWKSet(new URL(keysUrl)) : null;
  const check = async (token: string): Promise<JWTPayload> => {
    if (shared)
      return (await jwtVerify(token, shared, { ...options, algorithms: ['HS256', 'HS384', 'HS512'] })).payload;
    if (!set) throw refusal('UNAUTHENTICATED', 'this server takes no tokens', {}, 401);
    return (await jwtVerify(token, set, options)).payload;
  };
  return async (token) => {
    const payload = await check(token).catch(() => {
      throw refusal('UNAUTHENTICATED', 'the token is wrong or has expired', {}, 401);
    });
    const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    return { name: payload.sub ?? 'token', scopes: SCOPES.filter((scope) => granted.includes(scope)) };
  };
}
