import type { Resolver, Signature } from '../../knowledge/appearance.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import { type Known, knownFrom } from './signature-json.ts';
import { MOST_UNDER_A_KEY, type UnderKeys } from './under-keys.ts';

/** Rows of signatures, as they are to be rather than as they are stored. */
export type Load = (ids: readonly string[]) => Promise<Known[]>;

interface Attaching {
  readonly rows: RowWrites;
  readonly under: UnderKeys;
  readonly load: Load;
  readonly known: ReadonlyMap<string, Known>;
  readonly resolver: Resolver;
}

/** Lets these choose their anchors: `group` has what each anchor goes by, and gets what they do. */
export async function attachAll(
  lookers: ReadonlySet<string>,
  anchors: ReadonlyMap<string, Known>,
  group: Map<string, string>,
  { rows, under, load, known, resolver }: Attaching,
): Promise<void> {
  const attachers = await load([...lookers].sort());
  const reached = [...new Set(attachers.flatMap((row) => row.reach))];
  const byKey = new Map<string, string[]>();
  for (const { key, signature } of await under(reached, 1)) addTo(byKey, key, signature);
  const byCalled = new Map<string, Tables['called'][]>();
  for (const row of await calledSo(rows, reached)) addTo(byCalled, row.key, row);
  const wanted = [...byKey.values(), ...[...byCalled.values()].map((list) => list.map((row) => row.signature))];
  const targets = new Map((await load([...new Set(wanted.flat())])).map((row) => [row.id, row]));
  const at = (id: string) => targets.get(id) as Known;
  const leaderOf = (id: string) => (anchors.has(id) ? (group.get(id) as string) : `node ${at(id).node}`);
  for (const { id, signature, reach } of attachers) {
    const near = new Set(reach.flatMap((key) => byKey.get(key) ?? []));
    const called = reach.flatMap((key) => byCalled.get(key) ?? []);
    const leaders = new Set([...near, ...called.map((row) => row.signature)].map(leaderOf));
    const others = await othersThan(signature, leaders, rows, group, known, resolver);
    const mayBe = (one: string) => !others.has(leaderOf(one));
    const target = resolver.attach(
      signature,
      signaturesOf(new Map([...near].filter(mayBe).map((one) => [one, at(one)]))),
      called.flatMap((row) => (mayBe(row.signature) ? [[row.signature, at(row.signature).signature, row.about]] : [])),
    );
    group.set(id, target === null ? id : leaderOf(target));
  }
}

async function calledSo(rows: RowWrites, keys: readonly string[]): Promise<Tables['called'][]> {
  if (keys.length === 0) return [];
  const prefixes = keys.map((key) => [key]);
  return rows.range({ table: 'called', order: 'key', prefixes, limit: MOST_UNDER_A_KEY, each: true });
}

/** Those of some groups in which there is anybody whom a curator called different. */
async function othersThan(
  { different }: Signature,
  leaders: ReadonlySet<string>,
  rows: RowWrites,
  group: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Known>,
  resolver: Resolver,
): Promise<Set<string>> {
  if (different.length === 0 || leaders.size === 0) return new Set();
  const prefixes = [...leaders].flatMap((leader) => (leader.startsWith('node ') ? [[leader.slice(5)]] : []));
  const stored = prefixes.length
    ? await rows.range({ table: 'signature', order: 'node', prefixes, limit: MOST_UNDER_A_KEY, each: true })
    : [];
  const members = [
    ...stored.filter(({ id }) => !group.has(id)).map((row) => [`node ${row.node}`, knownFrom(row, resolver)] as const),
    ...[...group].map(([id, leader]) => [leader, known.get(id) as Known] as const),
  ];
  const isDifferent = ({ live, signature }: Known) =>
    live > 0 && signature.different.some((id) => different.includes(id));
  return new Set(members.flatMap(([leader, row]) => (leaders.has(leader) && isDifferent(row) ? [leader] : [])));
}

export function signaturesOf(rows: ReadonlyMap<string, Known>): Map<string, Signature> {
  return new Map([...rows].map(([id, { signature }]) => [id, signature]));
}
