import { TABLES, type TableName, type Tables, type Value } from '../../knowledge/rows.ts';
import { END, escaped, isTold, orderingKey, unescaped, wholeOf } from './ordering-key.ts';

/** Stands for null. */
const NOTHING = '\u0002';

interface Shape {
  readonly key: readonly string[];
  /** Columns that are not in the key, and all. */
  readonly rest: readonly string[];
  readonly all: readonly string[];
  readonly types: Readonly<Record<string, 'text' | 'integer' | 'real'>>;
}

const SHAPES = Object.fromEntries(
  Object.entries(TABLES).map(([name, { key, columns }]) => {
    const all = Object.keys(columns);
    const rest = all.filter((column) => !(key as readonly string[]).includes(column));
    return [name, { key, rest, all, types: columns }];
  }),
) as unknown as Readonly<Record<TableName, Shape>>;

/** In Cypher: what `rowOf` reads of a node. */
export function keptOf(node: string): string {
  return `${node}.k + coalesce(${node}.row, '')`;
}

/** The key of a row, as one text. */
export function keyOf<Name extends TableName>(table: Name, row: Tables[Name]): string {
  const values = row as unknown as Readonly<Record<string, Value>>;
  return orderingKey(SHAPES[table].key.map((column) => values[column] as Value));
}

/**
 * What the key does not tell of a row, column after column as one text; null if it tells all. Where a value of the key is
 * not told whole, the text has every column.
 */
export function restOf<Name extends TableName>(table: Name, row: Tables[Name]): string | null {
  const values = row as unknown as Readonly<Record<string, Value>>;
  const { key, rest, all } = SHAPES[table];
  const columns = key.every((column) => isTold(values[column] as Value)) ? rest : all;
  return columns.length === 0 ? null : columns.map((column) => `${plain(values[column] ?? null)}${END}`).join('');
}

function plain(value: Value): string {
  return value === null ? NOTHING : typeof value === 'number' ? String(value) : escaped(value);
}

/** A row from its key and what `restOf` kept behind it. */
export function rowOf<Name extends TableName>(table: Name, kept: string): Tables[Name] {
  const { key, rest, all, types } = SHAPES[table];
  const parts = kept.split(END);
  const row: Record<string, Value> = {};
  const isTold = parts.length === all.length + 1;
  if (isTold) for (const [at, column] of key.entries()) row[column] = inKey(parts[at] as string, types[column]);
  for (const [at, column] of (isTold ? rest : all).entries()) {
    const part = parts[key.length + at] as string;
    row[column] = part === NOTHING ? null : types[column] === 'text' ? unescaped(part) : Number(part);
  }
  return row as never;
}

function inKey(part: string, type: string | undefined): Value {
  return type === 'text' ? unescaped(part) : wholeOf(part);
}
