import type { Resolver } from '../../knowledge/appearance.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import type { Appeared, Derived, Signed } from './derive.ts';
import { type Known, knownFrom, knownOf } from './signature-json.ts';

type SignatureRow = Tables['signature'];

/** What became of the signatures of what was taken out and put in. */
export interface Recount {
  /** Rows of signatures that are there, yet to be written; `node` is as it was, '' for new ones. */
  readonly touched: readonly Known[];
  /** The same as they are stored. */
  readonly stored: ReadonlyMap<string, SignatureRow>;
  /** Signatures that no appearance has any more, as they were. */
  readonly gone: readonly Known[];
  /** Anchor keys of signatures that came to life or lost it. */
  readonly keys: ReadonlySet<string>;
  /** Where those that came to life are found: yet to be written. */
  readonly found: readonly Tables['key'][];
}

/** Counts appearances anew for the signatures of what changed; the appearances are written already. */
export async function recount(
  rows: RowWrites,
  old: readonly Derived[],
  next: readonly Derived[],
  resolver: Resolver,
): Promise<Recount> {
  const signed = new Map<string, Signed>();
  for (const { signed: list } of [...old, ...next]) for (const entry of list) signed.set(entry.id, entry);
  const known = new Map(
    (
      await rows.get(
        'signature',
        [...signed.keys()].map((id) => [id]),
      )
    ).map((row) => [row.id, row]),
  );
  const stale = new Set(old.flatMap(({ appeared }) => appeared.map(({ row }) => row.signature)));
  const delta = deltas(old, next);
  const firsts = await firstsOf(rows, [...stale]);
  const added = earliest(next.flatMap(({ appeared }) => appeared));

  const touched: Known[] = [];
  const gone: Known[] = [];
  const keys = new Set<string>();
  const keysIn: Tables['key'][] = [];
  const keysOut: Tables['key'][] = [];
  for (const entry of signed.values()) {
    const { id } = entry;
    const before = known.get(id);
    const live = (before?.live ?? 0) + (delta.get(id) ?? 0);
    const first = stale.has(id) ? firsts.get(id) : firstOf(before, added.get(id));
    const isKnown = before !== undefined && before.live > 0;
    if (isKnown !== live > 0) {
      for (const key of entry.keys) keys.add(key);
      (live > 0 ? keysIn : keysOut).push(...keyRows(entry));
    }
    if (first) touched.push(knownOf({ node: before?.node ?? '', live, ...first }, entry, resolver));
    else if (before) gone.push(knownFrom(before, resolver));
  }
  await rows.remove(
    'key',
    keysOut.map(({ key, anchor, signature }) => [key, anchor, signature]),
  );
  await rows.remove(
    'signature',
    gone.map(({ id }) => [id]),
  );
  return { touched, stored: known, gone, keys, found: keysIn };
}

function deltas(old: readonly Derived[], next: readonly Derived[]): Map<string, number> {
  const delta = new Map<string, number>();
  const add = (list: readonly Derived[], sign: number) => {
    for (const { appeared } of list) {
      for (const { row } of appeared) delta.set(row.signature, (delta.get(row.signature) ?? 0) + sign * row.live);
    }
  };
  add(old, -1);
  add(next, 1);
  return delta;
}

type First = Pick<SignatureRow, 'firstMs' | 'first' | 'name'>;

/** The earliest live appearance of each, else the earliest superseded one. */
async function firstsOf(rows: RowWrites, signatures: readonly string[]): Promise<Map<string, First>> {
  const read = (live: number, of: readonly string[]) =>
    rows.range({
      table: 'appearance',
      order: 'signature',
      prefixes: of.map((id) => [id, live]),
      limit: 1,
      each: true,
    });
  const alive = signatures.length ? await read(1, signatures) : [];
  const found = new Map(alive.map((row) => [row.signature, row]));
  const rest = signatures.filter((id) => !found.has(id));
  if (rest.length) for (const row of await read(0, rest)) found.set(row.signature, row);
  return new Map([...found].map(([id, row]) => [id, firstIn(row)]));
}

/** A stored appearance as a signature's first: what it calls it there is how people are shown it. */
function firstIn({ ms, id, json }: Tables['appearance']): First {
  const { name, lemma } = JSON.parse(json) as { name?: string; lemma?: string };
  return { firstMs: ms, first: id, name: name ?? lemma ?? '' };
}

/** The earliest of each signature: live ones before superseded ones. */
function earliest(appeared: readonly Appeared[]): Map<string, Appeared> {
  const found = new Map<string, Appeared>();
  for (const one of appeared) {
    const best = found.get(one.row.signature);
    if (!best || isBefore(one.row, best.row)) found.set(one.row.signature, one);
  }
  return found;
}

function isBefore(a: Tables['appearance'], b: Tables['appearance']): boolean {
  return (b.live - a.live || a.ms - b.ms || compareText(a.id, b.id)) < 0;
}

function firstOf(before: SignatureRow | undefined, added: Appeared | undefined): First {
  if (!added) return before as First;
  const { ms, id, live } = added.row;
  const given = { firstMs: ms, first: id, name: added.name };
  if (!before) return given;
  const isFirst =
    before.live === 0 && live === 1
      ? true
      : before.live > 0 && live === 0
        ? false
        : (ms - before.firstMs || compareText(id, before.first)) < 0;
  return isFirst ? given : { firstMs: before.firstMs, first: before.first, name: before.name };
}

function keyRows({ id: signature, keys, reach }: Signed): Tables['key'][] {
  return [
    ...[...new Set(keys)].map((key) => ({ key, anchor: 1, signature })),
    ...(keys.length ? [] : [...new Set(reach)].map((key) => ({ key, anchor: 0, signature }))),
  ];
}
