import type { Act, Subject } from '../../knowledge/decision.ts';
import type { Context } from '../context.ts';
import { refusal } from '../refusal.ts';
import type { DecisionInput } from './inputs.ts';

/** A decision in the graph's terms. Throws `BAD_REFERENCE` unless it is exactly one, of ids that are known. */
export async function actOf(input: DecisionInput, { store }: Context): Promise<Act> {
  const subject = async (id: string): Promise<Subject> => {
    const found = await store.subjectOf(id);
    if (!found) throw refusal('BAD_REFERENCE', `nothing in the graph has the id ${id.slice(0, 200)}`);
    return found;
  };
  const { same, different, rename, correct, withdraw } = input;
  if ([same, different, rename, correct, withdraw].filter((one) => one != null).length !== 1) {
    throw refusal('BAD_REFERENCE', 'decide: give exactly one of same, different, rename, correct and withdraw');
  }
  if (same) return { kind: 'same', a: await subject(same.a), b: await subject(same.b) };
  if (different) return { kind: 'different', a: await subject(different.a), b: await subject(different.b) };
  if (rename) return { kind: 'rename', subject: await subject(rename.id), name: rename.name };
  if (correct) {
    const { id, field, value } = correct;
    return { kind: 'correct', subject: await subject(id), field, value: value ?? null };
  }
  return { kind: 'withdraw', subject: await subject(withdraw!) };
}
