import type { Ahead } from './ahead.ts';
import type { ListName, Sift, Sifted } from './sift.ts';

/**
 * The shape in which a graph is kept, the same in every store: tables of plain rows, each with a key and the orders
 * it can be read in. An adapter knows how to get, put, remove and read ranges; what the rows mean is decided above it.
 *
 * Rows speak of entities and events by *signature* (see appearance.ts), not by node: when two nodes turn out to be one,
 * only the signatures' `node` changes, and no history is written again.
 */
export interface Tables {
  /** Every stored version of an article, without what was read in it. */
  version: {
    /** What other rows name the version by (`docId`). */
    doc: string;
    article: string;
    version: string;
    release: string;
    publishedAt: string;
    publishedMs: number;
    modifiedAt: string | null;
    /** Instant from which it is the newest known (modification, else publication), in milliseconds. */
    fromMs: number;
    /** Instant at which a newer version took its place; null for the current one. */
    untilMs: number | null;
    ingestedAt: string;
    current: number;
    source: string | null;
    /** The extraction's `article`: all that a reader of evidence needs. */
    json: string;
  };
  /** What was read in each version: with the decisions, the truth from which all other rows follow. */
  extraction: { doc: string; json: string };
  /** Something that identity is decided by; `live` appearances of current versions have it. */
  signature: {
    id: string;
    kind: string;
    node: string;
    live: number;
    /** Order of its earliest live appearance: instant of publication, then id. */
    firstMs: number;
    first: string;
    name: string;
    json: string;
  };
  /** Under which keys a signature is found; `anchor` 0 for one that only looks for anchors there. */
  key: { key: string; anchor: number; signature: string };
  /** Under what less than its name a signature may be known to other articles, as a current version has it (`Called`). */
  called: { key: string; doc: string; signature: string; about: string };
  /** One entity, event, text or utterance as one article version has it. */
  appearance: {
    id: string;
    doc: string;
    local: string;
    kind: string;
    signature: string;
    live: number;
    ms: number;
    json: string;
  };
  entity: { id: string; type: string; name: string; live: number; json: string };
  /** Pieces of names, for search in any store alike. */
  gram: { gram: string; entity: string };
  event: { id: string; type: string; day: string; live: number; json: string };
  /** In whose timelines an event stands: those of its participants and places, and everybody's (`*`). */
  timeline: { owner: string; day: string; event: string; type: string; long: number; live: number; shown: number };
  statement: { id: string; doc: string; day: string; live: number; json: string };
  /** Where a statement is found: by its speaker, by what it is about, by both, by its audience, by its words. */
  said: { owner: string; day: string; statement: string; live: number };
  /** Which current versions have a word in their headline. */
  titled: { word: string; day: string; doc: string };
  /** A lasting fact between two signatures. */
  relation: { id: string; type: string; live: number; json: string };
  /** Both ends of a relation, and of a link between events. */
  related: { owner: string; type: string; other: string; relation: string; live: number };
  /** One article version asserting one fact, with the words; of a fact the earliest reported first. */
  claim: {
    fact: string;
    reportedAt: string;
    doc: string;
    start: number;
    end: number;
    exact: string;
    modality: string | null;
    statement: string | null;
    rule: string;
    confidence: number;
    live: number;
  };
  /** How often two signatures meet, in events by quad class and in statements by stance. */
  pair: { a: string; b: string; weight: number; json: string };
  /** A curator's act; never changed but to note that it was undone. */
  decision: { id: string; article: string; at: string; undoneBy: string | null; json: string };
  /** Articles that were retracted. */
  gone: { article: string; decision: string };
  /** The log of commits, each written in the transaction that it tells of; `seq` counts from 1 without gaps. */
  change: { seq: number; at: string; json: string };
}

export type TableName = keyof Tables;
export type Value = string | number | null;

interface TableSpec<Row> {
  readonly key: readonly (keyof Row & string)[];
  readonly columns: { readonly [Column in keyof Row]: 'text' | 'integer' | 'real' };
  /** Further orders to read it in; the key is one, named `key`. Each ends so that no two rows are equal in it. */
  readonly orders: { readonly [name: string]: readonly (keyof Row & string)[] };
}

/** Keys, columns and orders of every table. */
export const TABLES: { readonly [Name in TableName]: TableSpec<Tables[Name]> } = {
  version: {
    key: ['doc'],
    columns: {
      doc: 'text',
      article: 'text',
      version: 'text',
      release: 'text',
      publishedAt: 'text',
      publishedMs: 'integer',
      modifiedAt: 'text',
      fromMs: 'integer',
      untilMs: 'integer',
      ingestedAt: 'text',
      current: 'integer',
      source: 'text',
      json: 'text',
    },
    orders: { article: ['article', 'version'], newest: ['current', 'publishedMs', 'article'] },
  },
  extraction: { key: ['doc'], columns: { doc: 'text', json: 'text' }, orders: {} },
  signature: {
    key: ['id'],
    columns: {
      id: 'text',
      kind: 'text',
      node: 'text',
      live: 'integer',
      firstMs: 'integer',
      first: 'text',
      name: 'text',
      json: 'text',
    },
    orders: { node: ['node', 'id'] },
  },
  key: {
    key: ['key', 'anchor', 'signature'],
    columns: { key: 'text', anchor: 'integer', signature: 'text' },
    orders: {},
  },
  appearance: {
    key: ['id'],
    columns: {
      id: 'text',
      doc: 'text',
      local: 'text',
      kind: 'text',
      signature: 'text',
      live: 'integer',
      ms: 'integer',
      json: 'text',
    },
    orders: { signature: ['signature', 'live', 'ms', 'id'] },
  },
  called: {
    key: ['key', 'doc', 'signature'],
    columns: { key: 'text', doc: 'text', signature: 'text', about: 'text' },
    orders: {},
  },
  entity: {
    key: ['id'],
    columns: { id: 'text', type: 'text', name: 'text', live: 'integer', json: 'text' },
    orders: {},
  },
  gram: { key: ['gram', 'entity'], columns: { gram: 'text', entity: 'text' }, orders: {} },
  event: {
    key: ['id'],
    columns: { id: 'text', type: 'text', day: 'text', live: 'integer', json: 'text' },
    orders: {},
  },
  timeline: {
    key: ['owner', 'day', 'event'],
    columns: {
      owner: 'text',
      day: 'text',
      event: 'text',
      type: 'text',
      long: 'integer',
      live: 'integer',
      shown: 'integer',
    },
    orders: { type: ['owner', 'type', 'day', 'event'] },
  },
  statement: {
    key: ['id'],
    columns: { id: 'text', doc: 'text', day: 'text', live: 'integer', json: 'text' },
    orders: {},
  },
  said: {
    key: ['owner', 'day', 'statement'],
    columns: { owner: 'text', day: 'text', statement: 'text', live: 'integer' },
    orders: {},
  },
  titled: {
    key: ['word', 'day', 'doc'],
    columns: { word: 'text', day: 'text', doc: 'text' },
    orders: {},
  },
  relation: {
    key: ['id'],
    columns: { id: 'text', type: 'text', live: 'integer', json: 'text' },
    orders: {},
  },
  related: {
    key: ['owner', 'type', 'other', 'relation'],
    columns: { owner: 'text', type: 'text', other: 'text', relation: 'text', live: 'integer' },
    orders: {},
  },
  claim: {
    key: ['fact', 'reportedAt', 'doc', 'start', 'end', 'rule'],
    columns: {
      fact: 'text',
      reportedAt: 'text',
      doc: 'text',
      start: 'integer',
      end: 'integer',
      exact: 'text',
      modality: 'text',
      statement: 'text',
      rule: 'text',
      confidence: 'real',
      live: 'integer',
    },
    orders: {},
  },
  pair: {
    key: ['a', 'b'],
    columns: { a: 'text', b: 'text', weight: 'integer', json: 'text' },
    orders: { weight: ['a', 'weight', 'b'] },
  },
  decision: {
    key: ['id', 'article'],
    columns: { id: 'text', article: 'text', at: 'text', undoneBy: 'text', json: 'text' },
    orders: { article: ['article', 'id'] },
  },
  gone: { key: ['article'], columns: { article: 'text', decision: 'text' }, orders: {} },
  change: { key: ['seq'], columns: { seq: 'integer', at: 'text', json: 'text' }, orders: {} },
};

/** Which rows of an order to read: those that begin with one of the prefixes, between two ends of what follows it. */
export interface Range<Name extends TableName> {
  readonly table: Name;
  /** `key`, or one of the table's orders. */
  readonly order: string;
  /** Values of the order's first columns; every prefix has the same length. Results of several are merged. */
  readonly prefixes: readonly (readonly Value[])[];
  /** Only rows after this, in the columns behind the prefix (exclusive, lexicographic; may be shorter than they are). */
  readonly after?: readonly Value[];
  /** Only rows before this, likewise (exclusive). */
  readonly before?: readonly Value[];
  readonly descending?: boolean;
  /** Only rows whose columns have these values; checked in the database. */
  readonly where?: Partial<Tables[Name]>;
  /** At most so many rows of all prefixes together, or of each prefix where `each` is set: then only those of one prefix are in order. */
  readonly limit: number;
  readonly each?: boolean;
  /** What is likely to be asked next. */
  readonly ahead?: Ahead;
  /** Whether the versions that the rows stand in, or what they lead to, will be asked for next. */
  readonly versions?: boolean;
  /** Whether the texts of the articles that appearances stand in will be. */
  readonly texts?: boolean;
}

/** What can be asked of the rows. Text compares by code point; a range's rows come in its order. */
export interface RowReads {
  /** The rows that have these keys, in no particular order; keys that are not there are passed over. */
  get<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[], ahead?: Ahead): Promise<Tables[Name][]>;
  range<Name extends TableName>(range: Range<Name>): Promise<Tables[Name][]>;
  /** Ranges of which only what leads to something wanted comes, in a store to which each way is long and that can tell. */
  sift?<Name extends ListName>(sift: Sift<Name>): Promise<Sifted<Name>>;
  /** How many rows there are; for health and statistics only, it may take long. */
  count(table: TableName, where?: Partial<Tables[TableName]>): Promise<number>;
}

/** What can be done with the rows in one transaction; reads see what it wrote. */
export interface RowWrites extends RowReads {
  /** Adds rows whose keys are not there, each once; fails where one is. It spares looking for what `put` would replace. */
  add<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void>;
  /** Adds rows, or replaces those of the same keys. */
  put<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void>;
  remove<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[]): Promise<void>;
}

/** Lets all others go before the next part of some work. */
export type Step = () => Promise<void>;

/** A store of rows: what an adapter is. */
export interface RowStore extends RowReads {
  readonly kind: string;
  /** The same rows, whose reads end with the signal's reason when it is aborted: also one that is under way. A store that holds up everybody while it reads awaits `step` between parts. */
  within(signal: AbortSignal, step?: Step): RowStore;
  /** Runs `work` in one transaction, durable when it returns; nothing of it stays when it throws. One at a time. */
  transaction<T>(work: (rows: RowWrites) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
