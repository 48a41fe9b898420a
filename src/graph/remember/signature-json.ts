import type { Signature } from '../../knowledge/appearance.ts';
import type { Tables } from '../../knowledge/rows.ts';
import { keepParsed, parsed } from '../parsed.ts';

type SignatureRow = Tables['signature'];

/** What a signature's row keeps as JSON; the keys of an anchor follow from its signature. */
export interface SignatureJson {
  readonly signature: Signature | null;
  readonly reach: readonly string[];
}

export function jsonOf(row: SignatureRow): SignatureJson {
  return parsed<SignatureJson>(row);
}

/** A row with its JSON. */
export function withJson(row: Omit<SignatureRow, 'json'>, { signature, reach }: SignatureJson): SignatureRow {
  const made = { ...row, json: JSON.stringify({ signature, reach }) };
  keepParsed(made, { signature, reach });
  return made;
}
