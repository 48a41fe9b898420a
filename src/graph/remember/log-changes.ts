import type { Change, NewChange } from '../../knowledge/change.ts';
import type { RowReads, RowWrites } from '../../knowledge/rows.ts';
import type { Derived } from './derive.ts';

/** Adds changes to the log, in the transaction that makes them: writers take turns, so that places have no gaps. */
export async function logChanges(rows: RowWrites, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const last = await lastChange(rows);
  await rows.add(
    'change',
    changes.map(({ at, ...rest }, index) => ({ seq: last + index + 1, at, json: JSON.stringify(rest) })),
  );
}

/** The place of the newest change; 0 where there is none. */
export async function lastChange(rows: RowReads): Promise<number> {
  const [last] = await rows.range({ table: 'change', order: 'key', prefixes: [[]], descending: true, limit: 1 });
  return last?.seq ?? 0;
}

/** Changes after a place, in order. */
export async function changesAfter(rows: RowReads, after: number, limit: number): Promise<Change[]> {
  const found = await rows.range({ table: 'change', order: 'key', prefixes: [[]], after: [after], limit });
  return found.map(({ seq, at, json }) => ({ seq, at, ...(JSON.parse(json) as Omit<NewChange, 'at'>) }));
}

/** Entities and events that some versions speak of. */
export function spokenOf(versions: readonly Derived[]): string[] {
  const spoken = versions.flatMap(({ signed }) => signed.filter(({ kind }) => SPOKEN.includes(kind)));
  return [...new Set(spoken.map(({ id }) => id))].sort();
}

const SPOKEN: readonly string[] = ['entity', 'event'];
