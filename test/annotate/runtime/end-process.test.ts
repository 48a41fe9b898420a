import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('end-process.ts', import.meta.url));

/** Exit code or signal of a fresh process, and what it wrote to standard error. */
function ended(...args: readonly string[]): Promise<[code: number | string | null, err: string]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve([code ?? signal, err]));
  });
}

test('a process that has nothing to read ends; one that is told to end amid reading does so cleanly', async () => {
  const found = await Promise.all([ended('idle'), ended('exit', '100'), ended('exit', '700')]);
  expect(found).toEqual([
    [0, ''],
    [3, ''],
    [3, ''],
  ]);
}, 60_000);
