import type { Bounds } from '../../knowledge/ahead.ts';
import type { EventFilter, Voucher } from '../../knowledge/questions.ts';
import type { RowReads, Tables, Value } from '../../knowledge/rows.ts';
import type { EventView, Telling } from '../../knowledge/views.ts';
import { addTo } from '../add-to.ts';
import { eventView } from '../remember/event-view.ts';
import { tellingOf } from '../stored-telling.ts';
import { wiresOf } from '../wires-of.ts';
import { entities, events, signatureRows } from './nodes.ts';

const MOST_TELLINGS = 500;

/** What is asked next of events that are told anew: their appearances, those of older versions too where an instant is asked for. */
export function tellingsAhead(asOf: number | null) {
  const lives = asOf === null ? [1] : [1, 0];
  const bounds: Bounds<'appearance'> = {
    table: 'appearance',
    order: 'signature',
    limit: MOST_TELLINGS,
    each: true,
    versions: asOf !== null,
    texts: true,
  };
  return {
    bounds,
    prefixes: lives.map((live) => (signature: string): Value[] => [signature, live]),
  };
}

/** Whether events are asked for otherwise than as they stand. */
export function isRetold({ asOf, vouchedBy, source }: Pick<EventFilter, 'asOf' | 'vouchedBy' | 'source'>): boolean {
  return asOf !== null || vouchedBy !== null || source !== null;
}

/** Events as they are asked for: as they stand, or as they were told by some day or by someone alone. */
export async function retold(
  rows: RowReads,
  ids: readonly string[],
  how: Pick<EventFilter, 'asOf' | 'vouchedBy' | 'source'>,
): Promise<Map<string, EventView>> {
  const views = await events(rows, ids);
  if (!isRetold(how)) return views;
  const { asOf, vouchedBy, source } = how;
  const told = await tellingsOf(rows, [...views.values()], asOf);
  const isTold = await voucherTest(rows, vouchedBy);
  return new Map(
    [...views].flatMap(([id, view]) => {
      const heard = (told.get(id) ?? []).filter((telling) => source === null || telling.source === source);
      const tellings = heard.flatMap((telling) => {
        const vouchers = telling.vouchers.filter((voucher) => isTold(telling, voucher));
        return vouchers.length ? [{ ...telling, vouchers }] : [];
      });
      return tellings.length
        ? [[id, { ...eventView(id, tellings), signatures: view.signatures, day: view.day }] as const]
        : [];
    }),
  );
}

/** Each event's tellings, of current versions or of those that were current at an instant. */
export async function tellingsOf(
  rows: RowReads,
  views: readonly Pick<EventView, 'id' | 'signatures'>[],
  asOf: number | null,
): Promise<Map<string, Telling[]>> {
  const nodeOf = new Map(
    views.flatMap(({ id, signatures }) => signatures.map((signature) => [signature, id] as const)),
  );
  const { bounds, prefixes } = tellingsAhead(asOf);
  const found = await rows.range({
    ...bounds,
    prefixes: [...nodeOf.keys()].flatMap((id) => prefixes.map((prefix) => prefix(id))),
  });
  const kept = asOf === null ? found : await knownAt(rows, found, asOf);
  const wires = await wiresOf(rows, kept);
  const told = new Map<string, Telling[]>();
  for (const row of kept) {
    const id = nodeOf.get(row.signature) as string;
    const telling = tellingOf(row);
    addTo(told, id, { ...telling, wire: wires.get(row.doc) ?? telling.article });
  }
  return told;
}

/** Those of versions that were published by an instant and not yet superseded then. */
export async function knownAt<Row extends { readonly doc: string }>(
  rows: RowReads,
  given: readonly Row[],
  asOf: number,
): Promise<Row[]> {
  const versions = await rows.get(
    'version',
    [...new Set(given.map(({ doc }) => doc))].map((doc) => [doc]),
  );
  const isKnown = ({ fromMs, untilMs }: Tables['version']) => fromMs <= asOf && (untilMs === null || untilMs > asOf);
  const known = new Set(versions.filter(isKnown).map(({ doc }) => doc));
  return given.filter(({ doc }) => known.has(doc));
}

async function voucherTest(
  rows: RowReads,
  by: Voucher | null,
): Promise<(telling: Telling, voucher: Telling['vouchers'][number]) => boolean> {
  if (by === null) return () => true;
  if (by.kind === 'narrator') return (_, { statement }) => statement === null;
  if (by.kind === 'source') return ({ source }) => source === by.source;
  const signatures = new Set((await entities(rows, [by.entity])).get(by.entity)?.signatures);
  return (_, { speaker }) => speaker !== null && signatures.has(speaker);
}

/** The nodes that signatures belong to. */
export async function nodesOfSignatures(rows: RowReads, signatures: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await signatureRows(rows, signatures))].map(([id, { node }]) => [id, node]));
}
