// `npm start`: from a fresh checkout to an API over the demo articles. Flags go to `dateline serve`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, run, say, setUp, stop } from './setup.mjs';

setUp();
const cli = join(ROOT, 'bin', 'dateline.js');
const store = join('.dateline', 'demo.db');

say('ingesting the demo articles (seeds/articles)');
if (run(process.execPath, [cli, 'ingest', join('seeds', 'articles'), '--store', store]) !== 0) {
  stop(
    'the demo articles could not be ingested',
    `see the lines above; to begin anew remove ${store} and run npm start`,
  );
}

say('starting the GraphQL API');
const server = spawn(process.execPath, [cli, 'serve', '--store', store, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
