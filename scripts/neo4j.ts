/** `npm run neo4j`: a Neo4j for development without Docker; it runs until Ctrl-C. `--port N`, 7687 if not given. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missingForNeo4j } from './neo4j/server-files.ts';
import { startServer } from './neo4j/start-server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '7687' } } });
const password = process.env.DATELINE_STORE_PASSWORD;
const missing = missingForNeo4j();
if (missing) throw new Error(`this machine lacks ${missing}`);
if (!password || password.length < 8) throw new Error('set DATELINE_STORE_PASSWORD, eight characters or more');
const home = fileURLToPath(new URL('../.dateline/neo4j/home', import.meta.url));
const server = await startServer(home, password, { port: Number(values.port) });
console.error(
  `Neo4j answers at ${server.url}; end it with Ctrl-C\n  node bin/dateline.js ingest seeds/articles --store ${server.url}`,
);
process.once('SIGINT', () => void server.stop());
