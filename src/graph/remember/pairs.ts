import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { type EventView, SHOWN } from '../../knowledge/views.ts';
import type { Derived } from './derive.ts';
import type { Retold } from './event-views.ts';

/** Those who take part beyond this many are not paired: a crowd of names is no tie between any two. */
const MOST_PAIRED = 12;

/** How often two signatures meet: shared events by type, statements of the one about the other by stance. */
export interface PairCounts {
  readonly types: Readonly<Record<string, number>>;
  readonly stances: Readonly<Record<string, number>>;
}

type Counts = { types: Record<string, number>; stances: Record<string, number> };

/** Brings the counts of pairs up to date with what changed. */
export async function recountPairs(
  rows: RowWrites,
  old: readonly Derived[],
  next: readonly Derived[],
  retold: readonly Retold[],
): Promise<void> {
  const delta = new Map<string, Counts & { a: string; b: string }>();
  const add = (a: string, b: string, list: 'types' | 'stances', name: string, by: number) => {
    const key = `${a}\n${b}`;
    const entry = delta.get(key) ?? { a, b, types: {}, stances: {} };
    delta.set(key, entry);
    entry[list][name] = (entry[list][name] ?? 0) + by;
  };
  const addEvent = (view: EventView | null, by: number) => {
    for (const [a, b] of pairsOf(view)) add(a, b, 'types', (view as EventView).type, by);
  };
  for (const { before, after } of retold) {
    addEvent(before, -1);
    addEvent(after, 1);
  }
  for (const [derived, by] of [...old.map((one) => [one, -1] as const), ...next.map((one) => [one, 1] as const)]) {
    if (!derived.live) continue;
    for (const [speaker, target, stance] of derived.stances) {
      add(speaker, target, 'stances', stance, by);
      add(target, speaker, 'stances', `of:${stance}`, by);
    }
  }
  await write(rows, [...delta.values()]);
}

async function write(rows: RowWrites, deltas: readonly (Counts & { a: string; b: string })[]): Promise<void> {
  const known = new Map(
    (
      await rows.get(
        'pair',
        deltas.map(({ a, b }) => [a, b]),
      )
    ).map((row) => [`${row.a}\n${row.b}`, row]),
  );
  const put: Tables['pair'][] = [];
  const add: Tables['pair'][] = [];
  const out: string[][] = [];
  for (const { a, b, types, stances } of deltas) {
    const before = known.get(`${a}\n${b}`);
    const counts = before ? (JSON.parse(before.json) as PairCounts) : { types: {}, stances: {} };
    const after = { types: summed(counts.types, types), stances: summed(counts.stances, stances) };
    const weight = [...Object.values(after.types), ...Object.values(after.stances)].reduce((sum, n) => sum + n, 0);
    if (weight > 0) (before ? put : add).push({ a, b, weight, json: JSON.stringify(after) });
    else if (before) out.push([a, b]);
  }
  await rows.put('pair', put);
  await rows.add('pair', add);
  await rows.remove('pair', out);
}

function summed(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)] as const).filter(([, n]) => n > 0),
  );
}

function pairsOf(view: EventView | null): [string, string][] {
  if (!view || !SHOWN.includes(view.standing)) return [];
  const all = view.participants.map(({ entity }) => entity).slice(0, MOST_PAIRED);
  return all.flatMap((a) => all.filter((b) => b !== a).map((b): [string, string] => [a, b]));
}
