import { LRUCache } from 'lru-cache';
import type { Range, RowReads, TableName, Tables, Value } from '../../knowledge/rows.ts';
import { keyOf, LABELS, rowOf } from './labels.ts';
import { orderingKey } from './ordering-key.ts';
import { type Along, getRows, type Hop, type Run, rangeRows } from './row-queries.ts';

/** The row of a table whose key stands in a list, which itself stands somewhere in a node. */
const keyed = (to: TableName, name: string, list: string, at: number): Hop => ({
  to,
  name,
  path: `(${name}:${LABELS[to]} {k: split(${list}, $end)[${at}] + $end})`,
});
const nodeOf = (name: string) => [
  keyed('entity', `${name}_entity`, `${name}.k_node`, 0),
  keyed('event', `${name}_event`, `${name}.k_node`, 0),
];
const signatureAndNode = (name: string, list: string, at: number) => [
  keyed('signature', name, list, at),
  ...nodeOf(name),
];
const versionOf = (name: string): Hop => ({ to: 'version', name: 'v', path: `(${name})-[:IN]->(v:${LABELS.version})` });

/** From rows that are only there to find others by, the way to those others. */
const ALONG: { readonly [Name in TableName]?: readonly Hop[] } = {
  gram: [keyed('entity', 'e', 'n.k', 1)],
  appearance: [...signatureAndNode('s', 'n.k_signature', 0), versionOf('n')],
  signature: nodeOf('n'),
  timeline: [keyed('event', 'e', 'n.k', -2)],
  said: [keyed('statement', 's', 'n.k', -2)],
  related: [keyed('relation', 'r', 'n.k', -2), ...signatureAndNode('a', 'n.k', 0), ...signatureAndNode('b', 'n.k', 2)],
  pair: signatureAndNode('b', 'n.k', 1),
  claim: [versionOf('n')],
  titled: [keyed('version', 'v', 'n.k', -2)],
};

const MOST_ALONG = 1000;
/** What is kept of a request that reads very much, as an export does. */
const MOST_ROWS = 10_000;
const MOST_RANGES = 100;

/**
 * Reads of one request. With rows that are only there to find others by, those others come along, and nothing that came
 * is asked for again: a question takes fewer ways to the database and back. What came is kept as long as the request.
 */
export class ReadAlong implements Pick<RowReads, 'get' | 'range'> {
  private readonly came = new LRUCache<string, object>({ max: MOST_ROWS });
  private readonly ranges = new LRUCache<string, Promise<object[]>>({ max: MOST_RANGES });

  /** `read` runs what is asked of the database. */
  constructor(private readonly read: <T>(ask: (run: Run) => Promise<T>) => Promise<T>) {}

  async get<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[]): Promise<Tables[Name][]> {
    const places = new Map(keys.map((key) => [`${table} ${orderingKey(key)}`, key]));
    const here = [...places.keys()].flatMap((place) => (this.came.get(place) as Tables[Name] | undefined) ?? []);
    const missing = [...places].filter(([place]) => !this.came.has(place)).map(([, key]) => key);
    if (missing.length === 0) return here;
    const found = await this.kept(table, (run) => getRows(run, table, missing, this.along(table)));
    return [...here, ...found];
  }

  range<Name extends TableName>(range: Range<Name>): Promise<Tables[Name][]> {
    const asked = JSON.stringify(range);
    const known = this.ranges.get(asked) as Promise<Tables[Name][]> | undefined;
    if (known) return known;
    // Of very many rows most are not wanted.
    const along = range.limit > MOST_ALONG ? undefined : this.along(range.table);
    const found = this.kept(range.table, (run) => rangeRows(run, range, along));
    this.ranges.set(asked, found);
    return found;
  }

  private async kept<Name extends TableName>(table: Name, ask: (run: Run) => Promise<Tables[Name][]>) {
    const found = await this.read(ask);
    for (const row of found) this.keep(table, row);
    return found;
  }

  private along(table: TableName): Along {
    const hops = ALONG[table] ?? [];
    return { hops, take: (to, row) => this.keep(to, rowOf(to, row)) };
  }

  private keep<Name extends TableName>(table: Name, row: Tables[Name]): void {
    this.came.set(`${table} ${keyOf(table, row)}`, row);
  }
}
