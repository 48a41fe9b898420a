import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { type EventView, SHOWN, type Telling } from '../../knowledge/views.ts';
import { addTo } from '../add-to.ts';
import { TEXT } from './derive.ts';
import { eventView, spanOf } from './event-view.ts';
import type { Members } from './regroup.ts';

const MOST_TELLINGS = 5000;
/** Events that span more days than this are looked for apart, so that a window of days is a range of an index. */
export const LONG_DAYS = 31;

/** An event before and after; null where there was or is none. */
export interface Retold {
  readonly before: EventView | null;
  readonly after: EventView | null;
}

/** Tells these events anew from their tellings, and writes where they stand in whose timelines. */
export async function rewriteEvents(rows: RowWrites, members: Members): Promise<Retold[]> {
  if (members.size === 0) return [];
  const nodes = [...members.keys()];
  const before = new Map(
    (
      await rows.get(
        'event',
        nodes.map((id) => [id]),
      )
    ).map((row) => [row.id, row]),
  );
  const after = await eventRows(rows, members);
  const retold: Retold[] = [];
  const put: Tables['event'][] = [];
  const linesIn: Tables['timeline'][] = [];
  const linesChanged: Tables['timeline'][] = [];
  const linesOut: Tables['timeline'][] = [];
  const gone: string[][] = [];
  for (const id of nodes) {
    const [old, next] = [before.get(id), after.get(id)];
    if (old?.json === next?.json && old?.live === next?.live) continue;
    const [was, is] = [timelineOf(old), timelineOf(next)];
    const kept = new Map(is.map((line) => [lineKey(line), JSON.stringify(line)]));
    const had = new Map(was.map((line) => [lineKey(line), JSON.stringify(line)]));
    linesOut.push(...was.filter((line) => !kept.has(lineKey(line))));
    linesIn.push(...is.filter((line) => !had.has(lineKey(line))));
    linesChanged.push(...is.filter((line) => ![undefined, JSON.stringify(line)].includes(had.get(lineKey(line)))));
    if (next) put.push(next);
    else if (old) gone.push([id]);
    retold.push({ before: living(old), after: living(next) });
  }
  await rows.put(
    'event',
    put.filter(({ id }) => before.has(id)),
  );
  await rows.add(
    'event',
    put.filter(({ id }) => !before.has(id)),
  );
  await rows.remove('event', gone);
  await rows.remove(
    'timeline',
    linesOut.map(({ owner, day, event }) => [owner, day, event]),
  );
  await rows.put('timeline', linesChanged);
  await rows.add('timeline', linesIn);
  return retold;
}

/** The rows of these events as their tellings have them; superseded tellings count only where there are no others. */
async function eventRows(rows: RowWrites, members: Members): Promise<Map<string, Tables['event']>> {
  const signatures = [...members.values()].flat();
  const told = await tellings(
    rows,
    signatures.map(({ id }) => id),
    1,
  );
  const silent = signatures.filter(({ id }) => !told.has(id)).map(({ id }) => id);
  const superseded = silent.length ? await tellings(rows, silent, 0) : new Map<string, Telling[]>();
  const byNode = new Map<string, { live: Telling[]; rest: Telling[] }>();
  for (const { id, node } of signatures) {
    const entry = byNode.get(node) ?? { live: [], rest: [] };
    byNode.set(node, entry);
    entry.live.push(...(told.get(id) ?? []));
    entry.rest.push(...(superseded.get(id) ?? []));
  }
  return new Map(
    [...byNode].flatMap(([id, { live, rest }]) => {
      const list = live.length ? live : rest;
      if (list.length === 0) return [];
      const view = eventView(id, list);
      const row = { id, type: view.type, day: view.day, live: live.length ? 1 : 0, json: JSON.stringify(view) };
      return [[id, row] as const];
    }),
  );
}

/** Tellings by signature, each with the text group of its article. */
async function tellings(rows: RowWrites, signatures: readonly string[], live: number): Promise<Map<string, Telling[]>> {
  const appearances = await rows.range({
    table: 'appearance',
    order: 'signature',
    prefixes: signatures.map((id) => [id, live]),
    limit: MOST_TELLINGS,
    each: true,
  });
  const wires = await wiresOf(rows, appearances);
  const found = new Map<string, Telling[]>();
  for (const row of appearances) {
    const telling = JSON.parse(row.json) as Telling;
    const wire = wires.get(row.doc) ?? telling.article;
    addTo(found, row.signature, { ...telling, wire });
  }
  return found;
}

/** The group of reprints that each article version belongs to, by `doc`. */
async function wiresOf(rows: RowWrites, of: readonly Tables['appearance'][]): Promise<Map<string, string>> {
  const ids = [...new Set(of.map(({ id, local }) => siblingOf(id, local, TEXT)))];
  const texts = await rows.get(
    'appearance',
    ids.map((id) => [id]),
  );
  const signatures = await rows.get(
    'signature',
    [...new Set(texts.map(({ signature }) => signature))].map((id) => [id]),
  );
  const nodes = new Map(signatures.map(({ id, node }) => [id, node]));
  return new Map(
    texts.flatMap(({ doc, signature }) => (nodes.has(signature) ? [[doc, nodes.get(signature) as string]] : [])),
  );
}

/** The id of something else in the same article version. */
export function siblingOf(id: string, local: string, other: string): string {
  return `${id.slice(0, id.length - local.length)}${other}`;
}

/** Where an event stands in whose timeline. */
function timelineOf(row: Tables['event'] | undefined): Tables['timeline'][] {
  if (!row) return [];
  const view = JSON.parse(row.json) as EventView;
  const long = view.time && spanOf(view.time) > LONG_DAYS ? 1 : 0;
  const shown = SHOWN.includes(view.standing) ? 1 : 0;
  return ownersOf(view).map((owner) => ({
    owner,
    day: view.day,
    event: row.id,
    type: view.type,
    long,
    live: row.live,
    shown,
  }));
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

function living(row: Tables['event'] | undefined): EventView | null {
  return row && row.live > 0 ? (JSON.parse(row.json) as EventView) : null;
}
