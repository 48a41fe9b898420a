import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverFiles } from './server-files.ts';

/** A Neo4j that was started here. */
export interface Server {
  readonly url: string;
  readonly password: string;
  readonly pid: number;
  /** Ends it as an operator would; takes some seconds. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const OPENS = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];
const PATIENCE_MS = 240_000;

/** How a server is to run. */
export interface ServerOptions {
  /** Any free port if not given. */
  readonly port?: number;
  /** Compiles as quickly as it can instead of as well as it can: for servers that live a minute. */
  readonly isBrief?: boolean;
}

/** Starts a Neo4j whose data lie in `home`, and waits until it answers. The same home may be started again. */
export async function startServer(home: string, password: string, options: ServerOptions = {}): Promise<Server> {
  const lib = join(serverFiles(), '*');
  const port = options.port ?? (await freePort());
  const conf = join(home, 'conf');
  mkdirSync(conf, { recursive: true });
  writeFileSync(join(conf, 'neo4j.conf'), settings(port));
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
  if (!existsSync(join(home, 'data'))) {
    const { status, stderr } = spawnSync(
      'java',
      ['-cp', lib, '-XX:TieredStopAtLevel=1', 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password],
      { env: environment, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Neo4j takes no password: ${stderr}`);
  }
  const child = spawn(
    'java',
    [
      '-cp',
      lib,
      ...javaOptions(options.isBrief === true),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${conf}`,
    ],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(child, port);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `bolt://127.0.0.1:${port}`,
    password,
    pid: child.pid as number,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function javaOptions(isBrief: boolean): string[] {
  return [
    '-Xms512m',
    '-Xmx1g',
    '-XX:+UseSerialGC',
    ...(isBrief ? ['-XX:TieredStopAtLevel=1'] : []),
    ...OPENS.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '--enable-native-access=ALL-UNNAMED',
  ];
}

function settings(port: number): string {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=512m',
    'dbms.memory.transaction.total.max=768m',
    'db.tx_log.preallocate=false',
    'server.config.strict_validation.enabled=true',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    '',
  ].join('\n');
}

/** Waits for the port, and tells what the server said if it ends before. */
async function listening(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  const hear = (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`Neo4j ended at once:\n${said}`);
    if (await isOpen(port)) return;
  }
  child.kill('SIGKILL');
  throw new Error(`Neo4j does not answer after ${PATIENCE_MS / 1000} s:\n${said}`);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
