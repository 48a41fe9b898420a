import type { Ahead } from '../../knowledge/ahead.ts';
import { siblingOf, TEXT } from '../../knowledge/node-id.ts';
import type { Range, RowReads, TableName, Tables, Value } from '../../knowledge/rows.ts';
import type { ListName, Sift, Sifted } from '../../knowledge/sift.ts';
import { mergeRanges } from '../merge-ranges.ts';
import { type Lists, listsOf } from './ahead.ts';
import { boundedCache } from './bounded-cache.ts';
import { FROM_KEYS, fromRange, type Hop } from './hops.ts';
import { keyOf, rowOf } from './kept-row.ts';
import { KnownLists } from './known-lists.ts';
import { orderingKey } from './ordering-key.ts';
import { type Along, getRows, type Run, rangeRows } from './row-queries.ts';
import { siftRows } from './sift-rows.ts';

const MOST_ALONG = 1000;
/** Of a list that is read so far, all of it is as a rule. */
const MOST_OF_LIST = 2500;
/** What is kept of a request that reads very much, as an export does. */
const MOST_ROWS = 10_000;
const MOST_RANGES = 100;

/** Stands where it is known that there is no row. */
const NONE = {};

/**
 * Reads of one request. With rows that are only there to find others by, those others come along, and so do ranges that are
 * said to be asked next; nothing that came is asked for again: a question takes fewer ways to the database and back. What
 * came is kept as long as the request.
 */
export class ReadAlong implements Pick<RowReads, 'get' | 'range' | 'sift'> {
  /** Rows that came, by place. */
  private readonly came = boundedCache<object>(MOST_ROWS);
  private readonly ranges = boundedCache<Promise<object[]>>(MOST_RANGES);
  private readonly sifted = boundedCache<Promise<object>>(MOST_RANGES);
  private readonly lists = new KnownLists();

  /** `read` runs what is asked of the database. */
  constructor(private readonly read: <T>(ask: (run: Run) => Promise<T>) => Promise<T>) {}

  async get<Name extends TableName>(
    table: Name,
    keys: readonly (readonly Value[])[],
    ahead?: Ahead,
  ): Promise<Tables[Name][]> {
    const places = new Map(keys.map((key) => [`${table} ${orderingKey(key)}`, key]));
    const known = [...places.keys()].map((place) => this.came.get(place));
    const here = known.filter((row) => row !== undefined && row !== NONE) as Tables[Name][];
    const missing = [...places].filter(([place]) => !this.came.has(place)).map(([, key]) => key);
    if (missing.length === 0) return here;
    const along = this.along(table, FROM_KEYS[table]?.('n') ?? [], ahead);
    const found = await this.kept(table, (run) => getRows(run, table, missing, along));
    return [...here, ...found];
  }

  range<Name extends TableName>(range: Range<Name>): Promise<Tables[Name][]> {
    const { ahead, versions, texts, ...plain } = range;
    const asked = JSON.stringify(plain);
    const known = this.ranges.get(asked) as Promise<Tables[Name][]> | undefined;
    if (known) return known;
    const found = this.found(range);
    this.ranges.set(asked, found);
    return found;
  }

  sift<Name extends ListName>(sift: Sift<Name>): Promise<Sifted<Name>> {
    const { wanted, most } = sift;
    const asked = JSON.stringify([wanted, most, sift.ranges.map(({ ahead, ...plain }) => plain)]);
    const known = this.sifted.get(asked) as Promise<Sifted<Name>> | undefined;
    if (known) return known;
    const found = this.read((run) => siftRows(run, sift, this.alongOf(sift.ranges[0]!)));
    this.sifted.set(asked, found);
    return found;
  }

  private async found<Name extends TableName>(range: Range<Name>): Promise<Tables[Name][]> {
    const { here, missing } = this.lists.take(range);
    if (missing.length === 0) return mergeRanges(range, here);
    const along = this.alongOf(range);
    const found = await this.kept(range.table, (run) => rangeRows(run, { ...range, prefixes: missing }, along));
    if (range.texts && along) this.keepTexts(found as Tables['appearance'][]);
    return here.length > 0 ? mergeRanges(range, [...here, ...found]) : found;
  }

  private async kept<Name extends TableName>(table: Name, ask: (run: Run) => Promise<Tables[Name][]>) {
    const found = await this.read(ask);
    for (const row of found) this.keep(table, row);
    return found;
  }

  private alongOf<Name extends TableName>(range: Range<Name>): Along | undefined {
    const { table, limit, ahead } = range;
    const isList = table === 'timeline' || table === 'said';
    // Of very many rows most are not wanted.
    return limit > (isList ? MOST_OF_LIST : MOST_ALONG) ? undefined : this.along(table, fromRange(range, 'n'), ahead);
  }

  private along(table: TableName, hops: readonly Hop[], ahead: Ahead | undefined): Along {
    return {
      hops,
      lists: ahead ? listsAhead(table, hops, ahead) : null,
      take: (to, row) => this.keep(to, rowOf(to, row)),
      takeLists: (rows, places) => {
        if (!ahead) return;
        this.lists.keep(ahead.bounds, rows, places);
        if (ahead.bounds.texts) this.keepTexts(rows.map((row) => rowOf('appearance', row)));
      },
    };
  }

  /** Texts come with the appearances that stand in them: those that did not come are none, for a short text has no group of reprints. */
  private keepTexts(appearances: readonly Tables['appearance'][]): void {
    for (const { id, local } of appearances) {
      const place = `appearance ${orderingKey([siblingOf(id, local, TEXT)])}`;
      if (!this.came.has(place)) this.came.set(place, NONE);
    }
  }

  private keep<Name extends TableName>(table: Name, row: Tables[Name]): void {
    this.came.set(`${table} ${keyOf(table, row)}`, row);
  }
}

/** Lists of what a query comes to; null where it comes to nothing that has any. */
function listsAhead(table: TableName, hops: readonly Hop[], ahead: Ahead): Lists | null {
  const owners: readonly TableName[] = ahead.by === 'relation' ? ['relation'] : ['entity', 'event'];
  const sets = [
    ...(owners.includes(table) ? ['n'] : []),
    ...hops.filter(({ to, isAside }) => owners.includes(to) && !isAside).map(({ name }) => name),
  ];
  return sets.length > 0 || ahead.of ? listsOf(ahead, sets) : null;
}
