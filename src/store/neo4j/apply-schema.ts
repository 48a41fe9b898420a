import { readFileSync } from 'node:fs';
import { StoreError } from '../../errors.ts';
import type { Connection } from './connect.ts';

const SCHEMA = new URL('../../../schema/neo4j.cypher', import.meta.url);
/** Of what a graph in Neo4j looks like; a store of another shape is refused. */
const SHAPE = 9;

/**
 * Finds out whether this database holds a graph of ours, makes one if told to, and applies constraints and indexes.
 * @throws StoreError `STORE_NOT_FOUND`, `STORE_FOREIGN`, `STORE_TOO_NEW`; the driver's errors.
 */
export async function applySchema({ driver, database, place }: Connection, create: boolean): Promise<void> {
  const run = async (text: string, parameters = {}) => {
    // One attempt: whoever opens a store wants to hear at once that it is not there.
    const session = driver.session({ ...(database && { database }) });
    try {
      return (await session.run(text, parameters)).records;
    } finally {
      await session.close();
    }
  };
  const [found] = await run('OPTIONAL MATCH (s:Store {id: "dateline"}) RETURN s.shape AS shape');
  const shape = found?.get('shape') as number | null;
  if (shape !== null && shape > SHAPE) {
    throw new StoreError('STORE_TOO_NEW', `the store was written by a newer release (shape ${shape})`, {
      place,
      hint: 'open it with that release or a later one',
    });
  }
  if (shape !== null && shape < SHAPE) {
    throw new StoreError(
      'STORE_TOO_OLD',
      `the store is of an older shape (${shape}), which this release does not read`,
      {
        place,
        hint: 'ingest its articles into an empty database; this one is left as it is',
      },
    );
  }
  if (shape === null) {
    const isEmpty = (await run('MATCH (n) RETURN 1 LIMIT 1')).length === 0;
    if (!isEmpty)
      throw new StoreError('STORE_FOREIGN', 'this database holds something that is not a Dateline graph', {
        place,
        hint: 'give an empty database: neo4j://HOST/NAME; this one is left as it is',
      });
    if (!create)
      throw new StoreError('STORE_NOT_FOUND', 'there is no graph', {
        place,
        hint: 'check the address, or make one: dateline ingest FILE… --store ADDRESS',
      });
  }
  if (!create) return;
  const known = new Set(
    (await run('SHOW INDEXES YIELD name RETURN name')).map((record) => record.get('name') as string),
  );
  const missing = schemaStatements().filter((statement) => !known.has(nameOf(statement)));
  for (const statement of missing) await run(statement);
  if (missing.length > 0) await run('CALL db.awaitIndexes(300)');
  await run('MERGE (s:Store {id: "dateline"}) SET s.shape = $shape', { shape: SHAPE });
}

/** The statements of `schema/neo4j.cypher`. */
export function schemaStatements(): string[] {
  return readFileSync(SCHEMA, 'utf8')
    .replace(/^\s*\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}

function nameOf(statement: string): string {
  return /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(statement)?.[1] ?? '';
}
