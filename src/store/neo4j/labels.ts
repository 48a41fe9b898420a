import { TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { orderingKey } from './ordering-key.ts';

/** The label under which each table's rows are kept: DESIGN §4's for what people look at, `…Row` for what only finds and orders. */
export const LABELS: { readonly [Name in TableName]: string } = {
  version: 'ArticleVersion',
  extraction: 'ExtractionRow',
  signature: 'SignatureRow',
  key: 'KeyRow',
  called: 'CalledRow',
  appearance: 'Appearance',
  entity: 'Entity',
  gram: 'GramRow',
  event: 'Event',
  timeline: 'TimelineRow',
  statement: 'Statement',
  said: 'SaidRow',
  titled: 'TitledRow',
  relation: 'RelationRow',
  related: 'RelatedRow',
  claim: 'Claim',
  pair: 'PairRow',
  decision: 'Decision',
  gone: 'GoneRow',
  change: 'ChangeRow',
};

/** The columns of each table, in the order in which a row keeps them. */
const COLUMNS = Object.fromEntries(
  Object.entries(TABLES).map(([name, { columns }]) => [name, Object.keys(columns)]),
) as unknown as Readonly<Record<TableName, readonly string[]>>;

/** Columns that reads ask for by value, and so are properties of their own. */
const FILTERS = ['current', 'live', 'long', 'shown', 'kind', 'fromMs', 'untilMs'] as const;

/** The property that holds the place of a row in an order, as one text. */
export function orderProperty(order: string): string {
  return order === 'key' ? 'k' : `k_${order}`;
}

/** The columns of an order. */
export function columnsOf(table: TableName, order: string): readonly string[] {
  const spec = TABLES[table];
  const columns = (order === 'key' ? spec.key : spec.orders[order]) as readonly string[] | undefined;
  if (!columns) throw new Error(`${table} has no order ${order}`);
  return columns;
}

/** The key of a row, as one text. */
export function keyOf<Name extends TableName>(table: Name, row: Tables[Name]): string {
  const values = row as unknown as Readonly<Record<string, Value>>;
  return orderingKey(TABLES[table].key.map((column) => values[column] as Value));
}

/** What the store reads of a row: its values as JSON, its place in every order, and what it is filtered by. */
export function keptProperties<Name extends TableName>(table: Name, row: Tables[Name]): Record<string, Value> {
  const values = row as unknown as Readonly<Record<string, Value>>;
  const { columns, orders } = TABLES[table];
  const place = (order: string) => orderingKey(columnsOf(table, order).map((column) => values[column] as Value));
  const kept: Record<string, Value> = {
    row: JSON.stringify(Object.keys(columns).map((column) => values[column] ?? null)),
    k: place('key'),
  };
  for (const order in orders) kept[orderProperty(order)] = place(order);
  for (const column of FILTERS) if (column in columns) kept[column] = values[column] as Value;
  return kept;
}

/** A row from what `keptProperties` kept. */
export function rowOf<Name extends TableName>(table: Name, kept: string): Tables[Name] {
  const values = JSON.parse(kept) as Value[];
  const row: Record<string, Value> = {};
  for (const [at, column] of COLUMNS[table].entries()) row[column] = values[at] as Value;
  return row as never;
}
