import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const ARCHITECTURE = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));

/** Which room may import which; a room may always import itself. Held equal to the table in ARCHITECTURE.md. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  config: ['errors'],
  document: ['errors'],
  knowledge: ['document', 'errors'],
  vocabulary: ['document', 'errors'],
  sources: ['document', 'vocabulary', 'errors'],
  annotate: ['document', 'knowledge', 'vocabulary', 'errors'],
  extract: ['document', 'knowledge', 'vocabulary', 'errors'],
  resolve: ['document', 'knowledge', 'vocabulary', 'errors'],
  graph: ['knowledge', 'errors'],
  store: ['knowledge', 'vocabulary', 'errors'],
  api: ['knowledge', 'vocabulary', 'errors'],
  ingest: ['document', 'knowledge', 'vocabulary', 'errors'],
  app: [
    'annotate',
    'api',
    'config',
    'document',
    'errors',
    'extract',
    'graph',
    'ingest',
    'knowledge',
    'resolve',
    'sources',
    'store',
    'vocabulary',
  ],
  'clients/cli': ['app', 'config', 'errors'],
  'clients/client': [],
  'clients/explorer': [],
  'clients/graphiql': [],
};

/** Packages that belong to one room (or to the rooms named), by prefix. */
const FENCED: Readonly<Record<string, readonly string[]>> = {
  'neo4j-driver': ['store/neo4j'],
  'better-sqlite3': ['store/embedded'],
  'type-graphql': ['api'],
  'reflect-metadata': ['api'],
  '@apollo/': ['api'],
  '@as-integrations/': ['api'],
  fastify: ['api'],
  '@fastify/': ['api'],
  graphql: ['api'],
  '@opentelemetry/': ['api'],
  react: ['clients/graphiql'],
  commander: ['clients/cli'],
  'cli-progress': ['clients/cli'],
  'onnxruntime-node': ['annotate/runtime'],
  'node:worker_threads': ['annotate/runtime', 'store/embedded'],
  undici: ['sources'],
  linkedom: ['sources'],
  'node:fs': ['sources', 'annotate', 'vocabulary', 'store', 'api', 'clients/cli'],
};

/** What would make a result depend on the day or on luck; only `app` and the clients may ask. */
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(|\bprocess\.env\b/;
const MAY_BE_IMPURE = ['app', 'config', 'clients/cli', 'clients/explorer'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function roomOf(path: string): string {
  const [first, second] = path.split('/') as [string, string];
  if (first === 'clients') return `${first}/${second}`;
  return first.replace(/\.ts$/, '');
}

function importsOf(file: string): string[] {
  const code = readFileSync(join(SRC, file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map((match) => (match[1] ?? match[2]) as string);
}

/** Every forbidden import of a file, as `file -> what`. */
function faultsOf(file: string, imports: readonly string[]): string[] {
  const room = roomOf(file);
  const allowed = TABLE[room];
  if (!allowed) return [`${file}: the table has no room "${room}"`];
  return imports.flatMap((name) => {
    if (!name.startsWith('.')) {
      const fence = Object.keys(FENCED).find(
        (prefix) => name === prefix || name.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
      );
      const isOutside = fence && !(FENCED[fence] as readonly string[]).some((inside) => file.startsWith(`${inside}/`));
      return isOutside ? [`${file} -> ${name}`] : [];
    }
    const target = roomOf(relative(SRC, join(SRC, dirname(file), name)));
    const isBarrel = /(?:^|\/)index\.ts$/.test(name);
    return isBarrel || (target !== room && !allowed.includes(target)) ? [`${file} -> ${isBarrel ? name : target}`] : [];
  });
}

describe('rooms', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files)('%s imports only what its room may', (file) => {
    expect(faultsOf(file, importsOf(file))).toEqual([]);
  });

  test.each(files.filter((file) => !MAY_BE_IMPURE.includes(roomOf(file))))(
    '%s asks no clock, no luck, no environment',
    (file) => {
      expect(IMPURE.exec(readFileSync(join(SRC, file), 'utf8'))?.[0]).toBeUndefined();
    },
  );

  test('a forbidden import is seen', () => {
    expect(faultsOf('resolve/resolve.ts', ['../store/open.ts'])).toEqual(['resolve/resolve.ts -> store']);
    expect(faultsOf('resolve/resolve.ts', ['neo4j-driver'])).toEqual(['resolve/resolve.ts -> neo4j-driver']);
    expect(faultsOf('document/span.ts', ['node:fs/promises'])).toEqual(['document/span.ts -> node:fs/promises']);
    expect(faultsOf('api/server.ts', ['../document/span.ts'])).toEqual(['api/server.ts -> document']);
    expect(faultsOf('clients/cli/main.ts', ['../../store/open.ts'])).toEqual(['clients/cli/main.ts -> store']);
    expect(faultsOf('app.ts', ['./clients/cli/main.ts'])).toEqual(['app.ts -> clients/cli']);
  });

  test('ARCHITECTURE.md shows this table', () => {
    const shown = readFileSync(ARCHITECTURE, 'utf8');
    for (const [room, allowed] of Object.entries(TABLE)) {
      const list = room === 'app' ? 'everything but clients' : allowed.length === 0 ? 'nothing' : allowed.join(', ');
      expect(shown).toContain(`| ${room} | ${list} |`);
    }
  });
});
