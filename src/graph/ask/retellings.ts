import type { UtteranceSignature } from '../../knowledge/appearance.ts';
import { articleOfId } from '../../knowledge/node-id.ts';
import { compareText } from '../../knowledge/order.ts';
import type { Retelling } from '../../knowledge/questions.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import { parsed } from '../parsed.ts';
import type { SignatureJson } from '../remember/signature-json.ts';
import { signatureRows } from './nodes.ts';
import { statementsById } from './statements.ts';

const MOST_RETELLINGS = 200;

/** Where other articles quote the same utterance, of current versions, and whether inside quotation marks it reads otherwise. */
export async function retellings(rows: RowReads, ids: readonly string[]): Promise<Map<string, Retelling[]>> {
  const own = await rows.get(
    'appearance',
    [...new Set(ids)].map((id) => [id]),
  );
  const utterances = own.filter(({ kind }) => kind === 'utterance');
  const ownSignatures = await signatureRows(
    rows,
    utterances.map(({ signature }) => signature),
  );
  const nodes = [...new Set([...ownSignatures.values()].map(({ node }) => node))];
  const members = await rows.range({
    table: 'signature',
    order: 'node',
    prefixes: nodes.map((node) => [node]),
    limit: MOST_RETELLINGS,
    each: true,
  });
  const signatures = new Map(members.map((row) => [row.id, row]));
  const told = await rows.range({
    table: 'appearance',
    order: 'signature',
    prefixes: members.map(({ id }) => [id, 1]),
    limit: MOST_RETELLINGS,
    each: true,
  });
  const views = await statementsById(
    rows,
    told.map(({ id }) => id),
  );
  const wordsOf = (signature: string) => {
    const row = signatures.get(signature);
    return row ? (parsed<SignatureJson>(row).signature as UtteranceSignature).words : '';
  };
  return new Map(
    utterances.map(({ id, signature }) => {
      const node = signatures.get(signature)?.node;
      const others = told.filter(
        (one) => articleOfId(one.id) !== articleOfId(id) && signatures.get(one.signature)?.node === node,
      );
      const list = others.flatMap((one) => {
        const statement = views.get(one.id);
        return statement ? [{ statement, altered: isAltered(wordsOf(signature), wordsOf(one.signature)) }] : [];
      });
      return [id, list.sort((a, b) => compareText(a.statement.id, b.statement.id))] as const;
    }),
  );
}

/** An excerpt is no alteration. */
function isAltered(a: string, b: string): boolean {
  return !` ${a} `.includes(` ${b} `) && !` ${b} `.includes(` ${a} `);
}
