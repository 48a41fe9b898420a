import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Authenticate, credentialOf, demand, type Viewer } from '../access/access.ts';

/** A key or token that is given beside the headers, as by `connection_init`. */
export type Given = Readonly<Record<string, unknown>> | undefined;

/** Who asks. */
export interface Caller {
  /** By their key or token. Throws `UNAUTHENTICATED`, and `FORBIDDEN` where it may not read. */
  viewerOf(request: FastifyRequest, given?: Given): Promise<Viewer | null>;
  /** What limits are counted by: the hash of a key, so that it is not kept, else the address. */
  keyOf(request: FastifyRequest, given?: Given): string;
}

export function callerOf(authenticate: Authenticate, areReadsKeyed: boolean): Caller {
  return {
    async viewerOf({ headers }, given = {}) {
      const viewer = await authenticate(credentialOf(given) ?? credentialOf(headers));
      if (areReadsKeyed) demand(viewer, 'read');
      return viewer;
    },
    keyOf({ headers, ip }, given = {}) {
      const key = given['x-api-key'] ?? given.authorization ?? headers['x-api-key'] ?? headers.authorization;
      return key ? createHash('sha256').update(String(key)).digest('base64url') : ip;
    },
  };
}
