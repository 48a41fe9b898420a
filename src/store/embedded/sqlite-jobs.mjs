// @ts-check
/** @typedef {string | number | null} Value */
/** @typedef {{ readonly table: string, readonly text: string, readonly values: readonly Value[] }} Query */
/**
 * Rows to be written, or keys of rows to be removed, in the order in which they are to be: `text` takes one of them. As JSON,
 * a list of lists, where `all` takes that.
 * @typedef {{ readonly table: string, readonly text: string } & ({ readonly rows: readonly (readonly Value[])[] } | { readonly all: string, readonly list: string })} Write
 */

/** What SQLite's JSON would read as another text: an end of text within, half a pair. */
export const ODD = /\\u(?:0000|d)/;

/**
 * What a connection is told to do: here, or in a thread of its own. JavaScript, because a thread begins with a file as it
 * lies on disk, whatever has loaded the rest of the program.
 * @param {import('better-sqlite3').Database} database
 */
export function sqliteJobs(database) {
  /** @type {Map<string, import('better-sqlite3').Statement>} */
  const known = new Map();
  /** @param {string} text */
  const sql = (text) => {
    const statement = known.get(text) ?? database.prepare(text);
    known.set(text, statement);
    return statement;
  };
  return {
    /** The rows of each query, their values in the order of the columns. @param {readonly Query[]} queries @returns {Value[][][]} */
    ask: (queries) =>
      queries.map(
        ({ text, values }) =>
          /** @type {Value[][]} */ (
            sql(text)
              .raw()
              .all(...values)
          ),
      ),
    /** @param {Write} write */
    write(write) {
      // A transaction that ended by itself takes nothing more of what belongs to it.
      if (!database.inTransaction) throw new Error('the connection is not open to writing: there is no transaction');
      if ('all' in write && !ODD.test(write.list)) {
        sql(write.all).run(write.list);
        return;
      }
      const statement = sql(write.text);
      for (const row of 'all' in write ? JSON.parse(write.list) : write.rows) statement.run(row);
    },
    /** Ends a transaction only where there is one. @param {string} text */
    execute(text) {
      if (text !== 'ROLLBACK' || database.inTransaction) database.exec(text);
    },
    close() {
      if (database.open) database.close();
    },
  };
}
