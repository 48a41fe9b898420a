import type { Signature } from '../../knowledge/appearance.ts';
import type { Tables } from '../../knowledge/rows.ts';

type SignatureRow = Tables['signature'];

/** What a signature's row keeps as JSON; the keys of an anchor follow from its signature. */
export interface SignatureJson {
  readonly signature: Signature | null;
  readonly reach: readonly string[];
}

/** What was read of rows already: they are asked again and again while groups are made. */
const read = new WeakMap<SignatureRow, SignatureJson>();

export function jsonOf(row: SignatureRow): SignatureJson {
  const known = read.get(row);
  if (known) return known;
  const parsed = JSON.parse(row.json) as SignatureJson;
  read.set(row, parsed);
  return parsed;
}

/** A row with its JSON. */
export function withJson(row: Omit<SignatureRow, 'json'>, { signature, reach }: SignatureJson): SignatureRow {
  const made = { ...row, json: JSON.stringify({ signature, reach }) };
  read.set(made, { signature, reach });
  return made;
}
