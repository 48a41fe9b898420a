import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { type EventView, SHOWN, type Telling } from '../../knowledge/views.ts';
import { addTo } from '../add-to.ts';
import { tellingOf } from '../stored-telling.ts';
import { wiresOf } from '../wires-of.ts';
import type { Appeared } from './derive.ts';
import { eventView, spanOf } from './event-view.ts';
import type { Regrouped } from './regroup.ts';

const MOST_TELLINGS = 5000;
/** Events that span more days than this are looked for apart, so that a window of days is a range of an index. */
export const LONG_DAYS = 31;

/** An event before and after; null where there was or is none. */
export interface Retold {
  readonly before: EventView | null;
  readonly after: EventView | null;
}

/** Some of what is in the graph now that need not be read there. */
export interface AtHand {
  /** What signatures that are new are told by: all there is of them. */
  readonly appeared: ReadonlyMap<string, readonly Appeared[]>;
  /** The texts of the articles that these stand in: their signatures, by `doc`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly nodes: Regrouped['nodes'];
}

/** Events by their nodes, each with its signatures. */
type Members = ReadonlyMap<string, readonly Pick<Tables['signature'], 'id' | 'node'>[]>;
type Lines = Tables['timeline'][];

/** Tells these events anew from their tellings, and writes where they stand in whose timelines. */
export async function rewriteEvents(rows: RowWrites, members: Members, atHand: AtHand): Promise<Retold[]> {
  if (members.size === 0) return [];
  const nodes = [...members.keys()];
  const stored = await rows.get(
    'event',
    nodes.map((id) => [id]),
  );
  const before = new Map(stored.map((row) => [row.id, { row, view: JSON.parse(row.json) as EventView }]));
  const after = await told(rows, members, atHand);
  const retold: Retold[] = [];
  const put: Tables['event'][] = [];
  const add: Tables['event'][] = [];
  const [linesIn, linesChanged, linesOut]: [Lines, Lines, Lines] = [[], [], []];
  const gone: string[][] = [];
  for (const id of nodes) {
    const [old, next] = [before.get(id), after.get(id)];
    if (old?.row.json === next?.row.json && old?.row.live === next?.row.live) continue;
    if (old) {
      const [was, is] = [timelineOf(old), next ? timelineOf(next) : []];
      const kept = new Set(is.map(lineKey));
      const had = new Map(was.map((line) => [lineKey(line), JSON.stringify(line)]));
      linesOut.push(...was.filter((line) => !kept.has(lineKey(line))));
      linesIn.push(...is.filter((line) => !had.has(lineKey(line))));
      linesChanged.push(...is.filter((line) => ![undefined, JSON.stringify(line)].includes(had.get(lineKey(line)))));
    } else if (next) linesIn.push(...timelineOf(next));
    if (next) (old ? put : add).push(next.row);
    else if (old) gone.push([id]);
    retold.push({ before: living(old), after: living(next) });
  }
  await rows.put('event', put);
  await rows.add('event', add);
  await rows.remove('event', gone);
  await rows.remove(
    'timeline',
    linesOut.map(({ owner, day, event }) => [owner, day, event]),
  );
  await rows.put('timeline', linesChanged);
  await rows.add('timeline', linesIn);
  return retold;
}

/** An event as it is stored, with what its JSON says. */
interface Told {
  readonly row: Tables['event'];
  readonly view: EventView;
}

/** These events as their tellings have them; superseded tellings count only where there are no others. */
async function told(rows: RowWrites, members: Members, atHand: AtHand): Promise<Map<string, Told>> {
  const signatures = [...members.values()].flat();
  const heard = await tellings(
    rows,
    signatures.map(({ id }) => id),
    1,
    atHand,
  );
  const silent = signatures.filter(({ id }) => !heard.has(id)).map(({ id }) => id);
  const superseded = silent.length ? await tellings(rows, silent, 0, atHand) : new Map<string, Telling[]>();
  const byNode = new Map<string, { live: Telling[]; rest: Telling[] }>();
  for (const { id, node } of signatures) {
    const entry = byNode.get(node) ?? { live: [], rest: [] };
    byNode.set(node, entry);
    entry.live.push(...(heard.get(id) ?? []));
    entry.rest.push(...(superseded.get(id) ?? []));
  }
  return new Map(
    [...byNode].flatMap(([id, { live, rest }]) => {
      const list = live.length ? live : rest;
      if (list.length === 0) return [];
      const view = eventView(id, list);
      const row = { id, type: view.type, day: view.day, live: live.length ? 1 : 0, json: JSON.stringify(view) };
      return [[id, { row, view }] as const];
    }),
  );
}

/** Tellings by signature, each with the text group of its article. */
async function tellings(
  rows: RowWrites,
  signatures: readonly string[],
  live: number,
  atHand: AtHand,
): Promise<Map<string, Telling[]>> {
  const found = new Map<string, Telling[]>();
  for (const id of signatures) {
    for (const { row, telling } of atHand.appeared.get(id) ?? []) {
      if (row.live !== live || !telling) continue;
      const text = atHand.texts.get(row.doc);
      const wire = text === undefined ? telling.article : (atHand.nodes.get(text)?.node ?? telling.article);
      addTo(found, id, { ...telling, wire });
    }
  }
  const appearances = await rows.range({
    table: 'appearance',
    order: 'signature',
    prefixes: signatures.filter((id) => !atHand.appeared.has(id)).map((id) => [id, live]),
    limit: MOST_TELLINGS,
    each: true,
  });
  const wires = await wiresOf(rows, appearances);
  for (const row of appearances) {
    const telling = tellingOf(row);
    const wire = wires.get(row.doc) ?? telling.article;
    addTo(found, row.signature, { ...telling, wire });
  }
  return found;
}

/** Where an event stands in whose timeline. */
function timelineOf({ row, view }: Told): Lines {
  const long = view.time && spanOf(view.time) > LONG_DAYS ? 1 : 0;
  const shown = SHOWN.includes(view.standing) ? 1 : 0;
  const { day, type } = view;
  const owners = ownersOf(view);
  return [...owners, ...(long ? owners.map(longOf) : [])].map((owner) => {
    return { owner, day, event: row.id, type, long, live: row.live, shown };
  });
}

/** Whose timeline of events that span long it is, beside that of all their events. */
export function longOf(owner: string): string {
  return `long ${owner}`;
}

function ownersOf({ participants, place, country }: EventView): string[] {
  return [
    '*',
    ...new Set([
      ...participants.map(({ entity }) => `of ${entity}`),
      ...(place ? [`at ${place}`] : []),
      ...(country ? [`in ${country}`] : []),
    ]),
  ];
}

function lineKey({ owner, day, event }: Tables['timeline']): string {
  return `${owner}\n${day}\n${event}`;
}

function living(told: Told | undefined): EventView | null {
  return told && told.row.live > 0 ? told.view : null;
}
