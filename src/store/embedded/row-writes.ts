import { piecesOf } from '../../knowledge/pieces-of.ts';
import { type RowWrites, TABLES, type TableName, type Value } from '../../knowledge/rows.ts';
import { ownError } from './open-database.ts';
import { type Asking, equal, type Row, rowsOfKeys, rowsOfRange } from './row-queries.ts';
import { quoted } from './shape.ts';
import type { Write } from './sqlite-jobs.mjs';
import type { Writer } from './writer.ts';

/** What can be done within a transaction of a writer; errors of SQLite come as StoreError. */
export function rowWrites(writer: Writer, file: string): RowWrites {
  const guarded = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error) => {
      throw ownError(error, file);
    });
  const answered = async (asking: Asking): Promise<Row[]> => {
    let next = asking.next();
    while (!next.done) {
      const queries = next.value;
      const answers = await writer.ask(queries);
      next = asking.next(answers.map((rows, at) => rows.map(rowIn(queries[at]?.table as TableName))));
    }
    return next.value;
  };
  const insert = (verb: string, table: TableName, rows: readonly Row[]) => {
    for (const one of insertions(verb, table, rows)) writer.write(one);
  };
  return {
    get: (table, keys) => guarded(() => answered(rowsOfKeys(table, keys)) as Promise<never[]>),
    range: (range) => guarded(() => answered(rowsOfRange(range)) as Promise<never[]>),
    count: (table, where = {}) =>
      guarded(async () => {
        const condition = Object.keys(where).length ? `WHERE ${equal(Object.keys(where))}` : '';
        const text = `SELECT count(*) FROM "${table}" ${condition}`;
        const [[[count]]] = (await writer.ask([
          { table, text, values: Object.values(where) as Value[], recurs: false },
        ])) as [[[number]]];
        return count;
      }),
    add: (table, rows) => guarded(async () => insert('INSERT', table, rows as never)),
    put: (table, rows) => guarded(async () => insert('INSERT OR REPLACE', table, rows as never)),
    remove: (table, keys) =>
      guarded(async () => {
        if (keys.length === 0) return;
        const { key } = TABLES[table];
        writer.write({ table, text: `DELETE FROM "${table}" WHERE ${equal(key)}`, rows: keys });
      }),
  };
}

/** A row from its values, in the order of the columns. */
function rowIn(table: TableName): (values: readonly Value[]) => Row {
  const columns = Object.keys(TABLES[table].columns);
  return (values) => {
    const row: Row = {};
    for (let at = 0; at < columns.length; at++) row[columns[at] as string] = values[at] as Value;
    return row;
  };
}

/** So many rows are written at a time: whoever asks meanwhile waits for no more. */
const AT_A_TIME = 1000;

/**
 * Rows in the order of their keys: then a page of the file is written once, not again and again. Those of short columns go
 * to SQLite as one text, which it takes apart faster than rows are handed to it one by one.
 */
function* insertions(verb: string, table: TableName, rows: readonly Row[]): Generator<Write> {
  const { columns, key } = TABLES[table];
  const names = Object.keys(columns);
  const into = `${verb} INTO "${table}" (${quoted(names)})`;
  const text = `${into} VALUES (${names.map(() => '?').join(', ')})`;
  const taken = names.map((_, at) => `w.value ->> ${at}`);
  const all = `${into} SELECT ${taken.join(', ')} FROM json_each(jsonb(?)) w`;
  // Of two rows with one key the last holds.
  const sorted = rows
    .map((row) => names.map((name) => row[name] as Value))
    .sort(comparing(key.map((name) => names.indexOf(name))));
  for (const some of piecesOf(sorted, AT_A_TIME))
    yield 'json' in columns ? { table, text, rows: some } : { table, text, all, list: JSON.stringify(some) };
}

function comparing(places: readonly number[]) {
  return (a: readonly Value[], b: readonly Value[]): number => {
    for (const at of places) {
      const [x, y] = [a[at] as string, b[at] as string];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };
}
