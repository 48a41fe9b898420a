import { siblingOf, TEXT } from '../knowledge/node-id.ts';
import type { RowReads, Tables } from '../knowledge/rows.ts';

/** The group of reprints that each article version with one of these appearances belongs to, by `doc`. */
export async function wiresOf(
  rows: RowReads,
  of: readonly Pick<Tables['appearance'], 'id' | 'local'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(of.map(({ id, local }) => siblingOf(id, local, TEXT)))];
  const texts = await rows.get(
    'appearance',
    ids.map((id) => [id]),
  );
  const signatures = await rows.get(
    'signature',
    [...new Set(texts.map(({ signature }) => signature))].map((id) => [id]),
  );
  const nodes = new Map(signatures.map(({ id, node }) => [id, node]));
  return new Map(
    texts.flatMap(({ doc, signature }) => (nodes.has(signature) ? [[doc, nodes.get(signature) as string]] : [])),
  );
}
