import type { Resolver, Signature } from '../../knowledge/appearance.ts';
import type { Tables } from '../../knowledge/rows.ts';
import type { Signed } from './derive.ts';

type SignatureRow = Tables['signature'];

/** What a signature's row keeps as JSON; the keys of an anchor follow from its signature. */
export interface SignatureJson {
  readonly signature: Signature;
  readonly reach: readonly string[];
}

/** A signature's row with what its JSON says, and under which keys it is found if it is an anchor. */
export interface Known extends SignatureRow, SignatureJson {
  readonly keys: readonly string[];
}

/** The JSON of a signature's row, from the signature's own. */
export function signatureJson(signature: string, reach: readonly string[]): string {
  return `{"signature":${signature},"reach":${JSON.stringify(reach)}}`;
}

/** A row as it is stored. */
export function knownFrom(row: SignatureRow, resolver: Resolver): Known {
  const { signature, reach } = JSON.parse(row.json) as SignatureJson;
  return { ...row, signature, reach, keys: anchorKeys(signature, resolver) };
}

/** A row as it is to be. */
export function knownOf(
  row: Omit<SignatureRow, 'id' | 'kind' | 'json'>,
  { id, kind, json, signature, reach, keys }: Signed,
  resolver: Resolver,
): Known {
  // What was decided about it may make an anchor of what is none by itself.
  const isDecided = signature.same.length > 0;
  return { id, kind, ...row, json, signature, reach, keys: isDecided ? anchorKeys(signature, resolver) : keys };
}

function anchorKeys(signature: Signature, resolver: Resolver): readonly string[] {
  const keys = resolver.keysOf(signature);
  return signature.same.length ? [...keys, ...signature.same.map((id) => `same:${id}`)] : keys;
}
