// Plain JavaScript, no packages: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OLDEST_NODE = [20, 18];

/** Says what is being done. */
export function say(line) {
  process.stderr.write(`\u001b[2m[dateline]\u001b[0m ${line}\n`);
}

/** Stops with what is missing and what to do about it. */
export function stop(what, remedy) {
  console.error(`\n[dateline] ${what}\n           ${remedy}\n`);
  process.exit(1);
}

/** Runs a command in the project's folder, its output passed on; gives its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) stop(`${command} cannot be run: ${error.message}`, `install ${command} and try again`);
  return status ?? 1;
}

/** Checks Node, installs the packages and builds, each only where it is not done yet. */
export function setUp() {
  checkNode();
  install();
  build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(`Node ${process.versions.node} is too old`, `install Node ${OLDEST_NODE.join('.')} or later: nodejs.org`);
}

function install() {
  const lock = join(ROOT, 'package-lock.json');
  const done = join(ROOT, 'node_modules', '.dateline-installed');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  say('installing packages (a minute or two the first time)');
  // onnxruntime-node carries its CPU binaries; its install script would fetch GPU parts.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  if (run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { env }) !== 0) {
    stop(
      'the packages could not be installed',
      'see the lines above; behind a proxy, set npm config proxy and registry',
    );
  }
  checkSqlite();
  writeFileSync(done, '');
}

/** The one package with native code: it comes prebuilt for most machines, and is compiled on the others. */
function checkSqlite() {
  try {
    const Database = createRequire(join(ROOT, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
  } catch (error) {
    stop(
      `the embedded store cannot be loaded: ${String(error.message).split('\n')[0]}`,
      'install a compiler (Debian: apt-get install python3 make g++), then run: npm rebuild better-sqlite3',
    );
  }
}

/** Compiles `src/` to `dist/` where it changed since the last time. */
export function build() {
  const stamp = join(ROOT, 'dist', '.built');
  const sources = ['src', 'schema', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map((path) => newest(join(ROOT, path)))))
    return;
  say('building');
  const began = new Date();
  if (run('npm', ['run', '--silent', 'build']) !== 0) stop('the build failed', 'see the lines above');
  writeFileSync(stamp, '');
  // A file saved while the compiler ran must be built again.
  utimesSync(stamp, began, began);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  say('set up: node bin/dateline.js --help');
}
