import type { Voucher } from '../knowledge/questions.ts';
import type { VoucherInput } from './args/voucher.ts';
import type { Context } from './context.ts';
import { refusal } from './refusal.ts';
import { resolveRef } from './resolve-ref.ts';

/** On whose word, in the graph's terms; `nobody` for a speaker that the graph does not know. Throws `BAD_REFERENCE`. */
export async function voucherOf(
  input: VoucherInput | null | undefined,
  context: Context,
): Promise<Voucher | null | 'nobody'> {
  if (!input) return null;
  const { narrator, speaker, source } = input;
  if ([narrator, speaker, source].filter(Boolean).length !== 1) {
    throw refusal('BAD_REFERENCE', 'vouchedBy: give exactly one of narrator: true, speaker and source');
  }
  if (narrator) return { kind: 'narrator' };
  if (source) return { kind: 'source', source };
  const entity = await resolveRef(speaker, 'vouchedBy.speaker', context);
  return entity === null ? 'nobody' : { kind: 'speaker', entity };
}
