import { TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { keyOf, restOf } from './kept-row.ts';
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

/** What the store reads of a row: its key and what that does not tell, its place in every order, and what it is filtered by. */
export function keptProperties<Name extends TableName>(table: Name, row: Tables[Name]): Record<string, Value> {
  const values = row as unknown as Readonly<Record<string, Value>>;
  const { columns, orders } = TABLES[table];
  const kept: Record<string, Value> = { row: restOf(table, row), k: keyOf(table, row) };
  for (const order in orders) {
    kept[orderProperty(order)] = orderingKey(columnsOf(table, order).map((column) => values[column] as Value));
  }
  for (const column of FILTERS) if (column in columns) kept[column] = values[column] as Value;
  return kept;
}
