import type { Resolver, Signature } from '../../knowledge/appearance.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import type { Recount } from './recount.ts';
import { jsonOf } from './signature-json.ts';

type SignatureRow = Tables['signature'];

/** More signatures than one thing can have under one key; a key that has more is no sign of identity. */
const MOST_UNDER_A_KEY = 5000;

/** Nodes and the signatures that are in them now, none where a node is no more. */
export type Members = ReadonlyMap<string, readonly SignatureRow[]>;

/** Nodes that are not what they were: some of their appearances came, went, or moved elsewhere. */
export interface Regrouped {
  readonly entities: Members;
  readonly events: Members;
  readonly texts: Members;
}

/**
 * Gives every touched signature its node, and every other one that the touched keys reach: anchors that share keys are
 * parted anew, then those that only look for an anchor choose anew. What they do not reach is not read.
 */
export async function regroup(rows: RowWrites, recounted: Recount, resolver: Resolver): Promise<Regrouped> {
  const { touched, gone, keys } = recounted;
  const known = new Map(touched.map((row) => [row.id, row]));
  const { anchors, lookers } = await closure(rows, keys, known, resolver);
  const group = new Map<string, string>();
  for (const cluster of resolver.clusters(signaturesOf(anchors))) {
    for (const id of cluster) group.set(id, cluster[0] as string);
  }
  await attachAll(rows, lookers, known, anchors, group, resolver);
  for (const row of touched) {
    if (!group.has(row.id)) group.set(row.id, row.live > 0 && row.node ? `node ${row.node}` : row.id);
  }
  await withOthers(rows, known, group, gone);
  return settle(rows, known, group, recounted);
}

/** All living anchors that hang together by keys with these, and those who look for anchors there. */
async function closure(
  rows: RowWrites,
  start: ReadonlySet<string>,
  known: Map<string, SignatureRow>,
  resolver: Resolver,
) {
  const anchors = new Map<string, SignatureRow>();
  const lookers = new Set<string>();
  const seen = new Set(start);
  let frontier = [...start];
  while (frontier.length > 0) {
    const all = await under(rows, frontier);
    for (const { anchor, signature } of all) if (anchor === 0) lookers.add(signature);
    const found = all.filter(({ anchor }) => anchor === 1);
    const fresh = [...new Set(found.map(({ signature }) => signature))].filter((id) => !anchors.has(id));
    const next = new Set<string>();
    for (const row of await load(rows, fresh, known)) {
      anchors.set(row.id, row);
      for (const key of anchorKeys(row, resolver)) if (!seen.has(key)) next.add(key);
    }
    frontier = [...next];
    for (const key of frontier) seen.add(key);
  }
  return { anchors, lookers };
}

/** Lets everyone who looks for an anchor under these keys choose, and those touched who look elsewhere. */
async function attachAll(
  rows: RowWrites,
  lookers: Set<string>,
  known: Map<string, SignatureRow>,
  anchors: ReadonlyMap<string, SignatureRow>,
  group: Map<string, string>,
  resolver: Resolver,
): Promise<void> {
  for (const row of known.values()) {
    if (row.live > 0 && jsonOf(row).reach.length > 0) lookers.add(row.id);
  }
  const attachers = await load(rows, [...lookers].sort(), known);
  const reached = [...new Set(attachers.flatMap((row) => jsonOf(row).reach))];
  const byKey = new Map<string, string[]>();
  for (const { key, signature } of await under(rows, reached, 1)) {
    addTo(byKey, key, signature);
  }
  const targets = new Map(
    (await load(rows, [...new Set([...byKey.values()].flat())], known)).map((row) => [row.id, row]),
  );
  for (const row of attachers) {
    const { signature, reach } = jsonOf(row);
    const near = [...new Set(reach.flatMap((key) => byKey.get(key) ?? []))].map(
      (id) => targets.get(id) as SignatureRow,
    );
    const target = signature && near.length ? resolver.attach(signature, signaturesOf(byId(near))) : null;
    if (target === null) group.set(row.id, row.id);
    else group.set(row.id, anchors.has(target) ? (group.get(target) as string) : `node ${targets.get(target)?.node}`);
  }
}

/** Adds those who stay in nodes that something joined or left, so that the node's id can be told. */
async function withOthers(
  rows: RowWrites,
  known: Map<string, SignatureRow>,
  group: Map<string, string>,
  gone: readonly SignatureRow[],
): Promise<void> {
  const left = gone.map(({ node }) => node);
  const reached = [...group].flatMap(([id, leader]) => [known.get(id)?.node, nodeOf(leader)]);
  const nodes = new Set([...left, ...reached].filter(Boolean));
  const members = nodes.size
    ? await rows.range({
        table: 'signature',
        order: 'node',
        prefixes: [...nodes].map((node) => [node as string]),
        limit: MOST_UNDER_A_KEY,
        each: true,
      })
    : [];
  for (const row of members) {
    if (!known.has(row.id)) known.set(row.id, row);
    if (!group.has(row.id)) group.set(row.id, row.live > 0 ? `node ${row.node}` : row.id);
  }
}

/** Writes what is not as it was stored, and tells which nodes are not what they were. */
async function settle(
  rows: RowWrites,
  known: ReadonlyMap<string, SignatureRow>,
  group: ReadonlyMap<string, string>,
  { touched: counted, gone, stored }: Recount,
): Promise<Regrouped> {
  const touched = new Set(counted.map(({ id }) => id));
  const groups = new Map<string, SignatureRow[]>();
  for (const [id, leader] of group) {
    const row = known.get(id) as SignatureRow;
    addTo(groups, leader, row);
  }
  const changed = { entity: new Map(), event: new Map(), text: new Map() } as Record<
    string,
    Map<string, SignatureRow[]>
  >;
  const membersOf = (kind: string, node: string): SignatureRow[] => {
    const list = changed[kind]?.get(node) ?? [];
    changed[kind]?.set(node, list);
    return list;
  };
  const written: SignatureRow[] = [];
  for (const members of groups.values()) {
    const node = nodeIdOf(members);
    const kind = (members[0] as SignatureRow).kind;
    const list = membersOf(kind, node);
    for (const row of members) {
      const was = row.node;
      row.node = node;
      list.push(row);
      if (was && was !== node) membersOf(kind, was);
      if (was !== node || !isStored(row, stored)) written.push(row);
    }
  }
  for (const row of gone) membersOf(row.kind, row.node);
  const isNew = ({ id }: SignatureRow) => touched.has(id) && !stored.has(id);
  await rows.put(
    'signature',
    written.filter((row) => !isNew(row)),
  );
  await rows.add('signature', written.filter(isNew));
  return { entities: changed.entity as Members, events: changed.event as Members, texts: changed.text as Members };
}

/** Whether a row is as it was stored: those that were only loaded are, the others may be. */
function isStored(row: SignatureRow, stored: ReadonlyMap<string, SignatureRow>): boolean {
  const before = stored.get(row.id);
  if (!before) return true;
  return before.live === row.live && before.first === row.first && before.name === row.name && before.json === row.json;
}

/** Under which keys an anchor is found. */
function anchorKeys(row: SignatureRow, resolver: Resolver): readonly string[] {
  const { signature } = jsonOf(row);
  if (!signature) return [];
  const keys = resolver.keysOf(signature);
  return signature.same.length ? [...keys, ...signature.same.map((id) => `same:${id}`)] : keys;
}

/** A known place goes by its gazetteer id, anything else by its earliest-published appearance (DESIGN §2). */
function nodeIdOf(members: readonly SignatureRow[]): string {
  const places = members.flatMap((row) => {
    const { signature } = jsonOf(row);
    return signature?.kind === 'entity' && signature.gazetteer ? [signature.gazetteer] : [];
  });
  if (places.length > 0) return places.sort(compareText)[0] as string;
  const [first] = [...members].sort((a, b) => a.firstMs - b.firstMs || compareText(a.first, b.first));
  return (first as SignatureRow).first;
}

function under(rows: RowWrites, keys: readonly string[], anchor?: number) {
  const prefixes = keys.map((key) => (anchor === undefined ? [key] : [key, anchor]));
  return prefixes.length
    ? rows.range({ table: 'key', order: 'key', prefixes, limit: MOST_UNDER_A_KEY, each: true })
    : Promise.resolve([]);
}

/** Rows of signatures, as they are to be rather than as they are stored. */
async function load(
  rows: RowWrites,
  ids: readonly string[],
  known: Map<string, SignatureRow>,
): Promise<SignatureRow[]> {
  const missing = ids.filter((id) => !known.has(id)).map((id) => [id]);
  if (missing.length) for (const row of await rows.get('signature', missing)) known.set(row.id, row);
  return ids.flatMap((id) => known.get(id) ?? []);
}

function signaturesOf(rows: ReadonlyMap<string, SignatureRow>): Map<string, Signature> {
  return new Map([...rows].map(([id, row]) => [id, jsonOf(row).signature as Signature]));
}

function byId(rows: readonly SignatureRow[]): Map<string, SignatureRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

function nodeOf(leader: string): string | null {
  return leader.startsWith('node ') ? leader.slice(5) : null;
}
