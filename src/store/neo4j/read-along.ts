import type { Range, RowReads, TableName, Tables, Value } from '../../knowledge/rows.ts';
import { keyOf, LABELS, rowOf } from './labels.ts';
import { END, orderingKey } from './ordering-key.ts';
import { type Along, getRows, NOTHING_ALONG, type Run, rangeRows } from './row-queries.ts';

/** Of rows that point at another, its table and where its key stands in theirs. */
interface Pointer {
  readonly to: TableName;
  readonly key: string;
}

const POINTERS: { readonly [Name in TableName]?: Pointer } = {
  timeline: { to: 'event', key: 'split(n.k, $end)[-2]' },
  said: { to: 'statement', key: 'split(n.k, $end)[-2]' },
  related: { to: 'relation', key: 'split(n.k, $end)[-2]' },
  signature: { to: 'entity', key: 'split(n.k_node, $end)[0]' },
};

/**
 * Reads of one request. With rows that are only there to find others by, those others come along, and are not asked for
 * again: a question takes fewer ways to the database and back. What came is kept as long as the request.
 */
export class ReadAlong implements Pick<RowReads, 'get' | 'range'> {
  private readonly came = new Map<string, unknown>();

  /** `read` runs what is asked of the database. */
  constructor(private readonly read: <T>(ask: (run: Run) => Promise<T>) => Promise<T>) {}

  async get<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[]): Promise<Tables[Name][]> {
    const places = new Map(keys.map((key) => [`${table} ${orderingKey(key)}`, key]));
    const here = [...places.keys()].flatMap((place) => (this.came.get(place) as Tables[Name] | undefined) ?? []);
    const missing = [...places].filter(([place]) => !this.came.has(place)).map(([, key]) => key);
    if (missing.length === 0) return here;
    return [...here, ...(await this.read((run) => getRows(run, table, missing, this.along(table))))];
  }

  range<Name extends TableName>(range: Range<Name>): Promise<Tables[Name][]> {
    return this.read((run) => rangeRows(run, range, this.along(range.table)));
  }

  private along(table: TableName): Along {
    const pointer = POINTERS[table];
    if (!pointer) return NOTHING_ALONG;
    const { to, key } = pointer;
    return {
      match: `OPTIONAL MATCH (t:${LABELS[to]} {k: ${key} + $end}) WITH *, t.row AS along`,
      parameters: { end: END },
      take: (row) => {
        if (row === null) return;
        const one = rowOf(to, row);
        this.came.set(`${to} ${keyOf(to, one)}`, one);
      },
    };
  }
}
