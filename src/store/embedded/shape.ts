import { TABLES, type TableName } from '../../knowledge/rows.ts';

/** Tables whose rows are whole articles: kept by row number, with their key as an index. All others lie in the order of their keys. */
const LONG_ROWS: ReadonlySet<TableName> = new Set(['version', 'extraction']);

/** The SQL that makes every table and index of `TABLES`. */
export function shapeSql(): string {
  return (Object.keys(TABLES) as TableName[]).flatMap((name) => [tableSql(name), ...orderSql(name)]).join('\n');
}

function tableSql(name: TableName): string {
  const { key, columns } = TABLES[name];
  const lines = Object.entries(columns).map(([column, type]) => `"${column}" ${type.toUpperCase()}`);
  const tail = LONG_ROWS.has(name) ? 'STRICT' : 'STRICT, WITHOUT ROWID';
  return `CREATE TABLE "${name}" (${[...lines, `PRIMARY KEY (${quoted(key)})`].join(', ')}) ${tail};`;
}

function orderSql(name: TableName): string[] {
  return Object.entries(TABLES[name].orders).map(
    ([order, columns]) => `CREATE INDEX "${name}_${order}" ON "${name}" (${quoted(columns as readonly string[])});`,
  );
}

export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
