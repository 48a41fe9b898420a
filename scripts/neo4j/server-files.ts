import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../.dateline/neo4j/', import.meta.url));

/** What this machine lacks to run a Neo4j of its own; null if nothing. */
export function missingForNeo4j(): string | null {
  const missing = ['java', 'mvn'].filter((tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).error);
  return missing.length ? `${missing.join(' and ')} (Debian: apt-get install openjdk-17-jre-headless maven)` : null;
}

/** The folder of the server's jars, fetched from Maven Central the first time (some 120 MB). */
export function serverFiles(): string {
  const lib = join(FOLDER, 'lib');
  const done = join(FOLDER, '.fetched');
  if (existsSync(done)) return lib;
  rmSync(lib, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(join(HERE, 'pom.xml'), join(FOLDER, 'pom.xml'));
  console.error('fetching Neo4j from Maven Central (a minute or two, the first time)');
  const { status } = spawnSync(
    'mvn',
    ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`, '-DincludeScope=runtime'],
    { cwd: FOLDER, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0)
    throw new Error('Neo4j could not be fetched: see the lines above; behind a proxy, set it in ~/.m2/settings.xml');
  writeFileSync(done, '');
  return lib;
}
