import type { Bounds } from '../../knowledge/ahead.ts';
import type { Range, TableName, Tables, Value } from '../../knowledge/rows.ts';
import { boundedCache } from './bounded-cache.ts';
import { rowOf } from './kept-row.ts';
import { columnsOf } from './labels.ts';
import { END, orderingKey } from './ordering-key.ts';

/** Of a request that reads very much; a list of no rows counts as one. */
const MOST_ROWS = 10_000;

interface Known {
  readonly rows: object[];
  /** So many were asked for. */
  readonly limit: number;
}

/** What is known of ranges, prefix by prefix. */
export class KnownLists {
  private readonly known = boundedCache<Known>(MOST_ROWS, ({ rows }) => rows.length + 1);

  /** Keeps the rows of ranges of one prefix each, in order, and which ranges they are: also those of no rows. */
  keep({ limit, ...bounds }: Bounds, rows: readonly string[], places: readonly string[]): void {
    const lists = new Map<string, object[]>(places.map((place) => [place, []]));
    const columns = columnsOf(bounds.table, bounds.order).slice(0, places[0] ? places[0].split(END).length - 1 : 0);
    for (const kept of rows) {
      const row = rowOf(bounds.table, kept);
      const values = row as unknown as Readonly<Record<string, Value>>;
      lists.get(orderingKey(columns.map((column) => values[column] as Value)))?.push(row);
    }
    const name = nameOf(bounds);
    for (const [place, list] of lists) this.known.set(`${name} ${place}`, { rows: list, limit });
  }

  /** The rows that are known of a range, of each prefix up to its limit, and the prefixes that are not known. */
  take<Name extends TableName>(range: Range<Name>): { here: Tables[Name][]; missing: Range<Name>['prefixes'] } {
    const { prefixes, limit } = range;
    if (this.known.size === 0) return { here: [], missing: prefixes };
    const name = nameOf(range);
    const here: Tables[Name][] = [];
    const missing = prefixes.filter((prefix) => {
      const known = this.known.get(`${name} ${orderingKey(prefix)}`);
      if (!known || (known.limit < limit && known.rows.length === known.limit)) return true;
      here.push(...(known.rows.slice(0, limit) as Tables[Name][]));
      return false;
    });
    return { here, missing };
  }
}

function nameOf({ table, order, where, after, before, descending }: Omit<Bounds, 'limit'>): string {
  return JSON.stringify([table, order, where ?? {}, after ?? [], before ?? [], descending === true]);
}
