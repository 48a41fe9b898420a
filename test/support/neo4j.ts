import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { missingForNeo4j } from '../../scripts/neo4j/server-files.ts';
import { startServer } from '../../scripts/neo4j/start-server.ts';

/** A real Neo4j for a test file: the one at `NEO4J_URI` (password `NEO4J_PASSWORD`), or one started for it. */
export interface TestServer {
  readonly url: string;
  readonly password: string;
  /** Removes every node. */
  clear(): Promise<void>;
  run(text: string, parameters?: object): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

const PASSWORD = 'only-for-tests';

/** Why there is no Neo4j for tests here; null where there is. In CI a skip is no pass, so there it is never said. */
export function lacksNeo4j(): string | null {
  if (process.env.NEO4J_URI || process.env.CI) return null;
  const missing = missingForNeo4j();
  return missing && `SKIPPED: no Neo4j, for this machine lacks ${missing}`;
}

export async function testServer(): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), 'dateline-neo4j-'));
  const given = process.env.NEO4J_URI;
  const server = given ? null : await startServer(home, PASSWORD, { isBrief: true });
  const [url, password] = server ? [server.url, PASSWORD] : [given as string, process.env.NEO4J_PASSWORD ?? ''];
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  const run: TestServer['run'] = async (text, parameters = {}) =>
    (await driver.executeQuery(text, parameters)).records.map((record) => record.toObject());
  return {
    url,
    password,
    run,
    clear: async () => void (await run('MATCH (n) WHERE NOT n:Store DETACH DELETE n')),
    stop: async () => {
      await driver.close();
      await server?.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
