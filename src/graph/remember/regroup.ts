import type { Resolver, Signature } from '../../knowledge/appearance.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';
import { attachAll, type Load, signaturesOf } from './attach-all.ts';
import type { Recount } from './recount.ts';
import { type Known, knownFrom } from './signature-json.ts';
import { MOST_UNDER_A_KEY, type UnderKeys, underKeys } from './under-keys.ts';

type SignatureRow = Tables['signature'];

/** Nodes and the signatures that are in them now, none where a node is no more. */
export type Members = ReadonlyMap<string, readonly Known[]>;

/** Nodes that are not what they were: some of their appearances came, went, or moved elsewhere. */
export interface Regrouped {
  /** The node of each signature that was looked at. */
  readonly nodes: ReadonlyMap<string, Pick<Known, 'node'>>;
  readonly entities: Members;
  readonly events: Members;
  readonly texts: Members;
}

/**
 * Gives every touched signature its node, and every other one that the touched keys reach: anchors that share keys are
 * parted anew, then those that only look for an anchor choose anew, also where somebody is `called` otherwise than before.
 * What they do not reach is not read.
 */
export async function regroup(
  rows: RowWrites,
  recounted: Recount,
  called: ReadonlySet<string>,
  resolver: Resolver,
): Promise<Regrouped> {
  const { touched, gone, keys, found } = recounted;
  const known = new Map(touched.map((row) => [row.id, row]));
  const load = loader(rows, known, resolver);
  const under = underKeys(rows, found);
  const { anchors, lookers } = await closure(keys, under, load);
  const group = new Map<string, string>();
  for (const cluster of resolver.clusters(signaturesOf(anchors), (id) => anchors.get(id)?.keys ?? [])) {
    for (const id of cluster) group.set(id, cluster[0] as string);
  }
  for (const { signature } of await under([...called], 0)) lookers.add(signature);
  for (const row of touched) if (row.live > 0 && row.reach.length > 0) lookers.add(row.id);
  const given = { rows, under, load, known, resolver };
  await attachAll(lookers, anchors, group, given);
  for (const row of touched) {
    if (!group.has(row.id)) group.set(row.id, row.live > 0 && row.node ? `node ${row.node}` : row.id);
  }
  for (let left = await withOthers(rows, known, group, gone, resolver); left.size > 0; ) {
    await attachAll(left, anchors, group, given);
    left = await withOthers(rows, known, group, gone, resolver);
  }
  await rows.add('key', found);
  return settle(rows, known, group, recounted);
}

/** All living anchors that hang together by keys with these, and those who look for anchors there. */
async function closure(start: ReadonlySet<string>, under: UnderKeys, load: Load) {
  const anchors = new Map<string, Known>();
  const lookers = new Set<string>();
  const seen = new Set(start);
  let frontier = [...start];
  while (frontier.length > 0) {
    const fresh = new Set<string>();
    for (const { anchor, signature } of await under(frontier)) {
      if (anchor === 0) lookers.add(signature);
      else if (!anchors.has(signature)) fresh.add(signature);
    }
    frontier = [];
    for (const row of await load([...fresh])) {
      anchors.set(row.id, row);
      for (const key of row.keys) {
        if (seen.has(key)) continue;
        seen.add(key);
        frontier.push(key);
      }
    }
  }
  return { anchors, lookers };
}

/**
 * Adds those who stay in nodes that something joined or left, so that the node's id can be told: they go where the anchors
 * of their node go. Gives back who is to choose anew: where the anchors parted, or something was decided about who it is not.
 */
async function withOthers(
  rows: RowWrites,
  known: Map<string, Known>,
  group: Map<string, string>,
  gone: readonly Known[],
  resolver: Resolver,
): Promise<Set<string>> {
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
  const heirs = new Map<string, Set<string>>();
  for (const [id, leader] of group) {
    const row = known.get(id);
    if (row?.node && row.live > 0 && row.keys.length > 0)
      heirs.set(row.node, (heirs.get(row.node) ?? new Set()).add(leader));
  }
  const parted = new Set<string>();
  for (const row of members) {
    if (!known.has(row.id)) known.set(row.id, knownFrom(row, resolver));
    if (group.has(row.id)) continue;
    const [heir = `node ${row.node}`, another] = heirs.get(row.node) ?? [];
    const { live, reach, signature } = known.get(row.id) as Known;
    const isToChoose = another !== undefined || signature.different.length > 0;
    if (live > 0 && isToChoose && reach.length > 0) parted.add(row.id);
    else group.set(row.id, live > 0 ? heir : row.id);
  }
  return parted;
}

/** Writes what is not as it was stored, and tells which nodes are not what they were. */
async function settle(
  rows: RowWrites,
  known: ReadonlyMap<string, Known>,
  group: ReadonlyMap<string, string>,
  { touched: counted, gone, stored }: Recount,
): Promise<Regrouped> {
  const touched = new Set(counted.map(({ id }) => id));
  const groups = new Map<string, Known[]>();
  for (const [id, leader] of group) {
    const row = known.get(id) as Known;
    addTo(groups, leader, row);
  }
  const changed = { entity: new Map(), event: new Map(), text: new Map(), utterance: new Map() } as Record<
    Signature['kind'],
    Map<string, Known[]>
  >;
  const membersOf = ({ signature }: Known, node: string): Known[] => {
    const list = changed[signature.kind].get(node) ?? [];
    changed[signature.kind].set(node, list);
    return list;
  };
  const written: Known[] = [];
  for (const members of groups.values()) {
    const node = nodeIdOf(members);
    const list = membersOf(members[0] as Known, node);
    for (const row of members) {
      const was = row.node;
      row.node = node;
      list.push(row);
      if (was && was !== node) membersOf(row, was);
      if (was !== node || !isStored(row, stored)) written.push(row);
    }
  }
  for (const row of gone) membersOf(row, row.node);
  const isNew = ({ id }: SignatureRow) => touched.has(id) && !stored.has(id);
  await rows.put(
    'signature',
    written.filter((row) => !isNew(row)),
  );
  await rows.add('signature', written.filter(isNew));
  return { nodes: known, entities: changed.entity, events: changed.event, texts: changed.text };
}

/** Whether a row is as it was stored: those that were only loaded are, the others may be. */
function isStored(row: SignatureRow, stored: ReadonlyMap<string, SignatureRow>): boolean {
  const before = stored.get(row.id);
  if (!before) return true;
  return before.live === row.live && before.first === row.first && before.name === row.name && before.json === row.json;
}

/** A known place goes by its gazetteer id, anything else by its earliest-published appearance (DESIGN §2). */
function nodeIdOf(members: readonly Known[]): string {
  const places = members.flatMap(({ signature }) =>
    signature.kind === 'entity' && signature.gazetteer ? [signature.gazetteer] : [],
  );
  if (places.length > 0) return places.sort(compareText)[0] as string;
  const isBefore = (a: Known, b: Known) => (a.firstMs - b.firstMs || compareText(a.first, b.first)) < 0;
  return members.reduce((first, row) => (isBefore(row, first) ? row : first)).first;
}

function loader(rows: RowWrites, known: Map<string, Known>, resolver: Resolver): Load {
  return async (ids) => {
    const missing = ids.filter((id) => !known.has(id)).map((id) => [id]);
    if (missing.length) {
      for (const row of await rows.get('signature', missing)) known.set(row.id, knownFrom(row, resolver));
    }
    return ids.flatMap((id) => known.get(id) ?? []);
  };
}

function nodeOf(leader: string): string | null {
  return leader.startsWith('node ') ? leader.slice(5) : null;
}
