import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { annotator, printed, STORIES } from './print-extractions.ts';

/** Quotations, who is who, statements, events: everything above the words, byte for byte. */
test('alone, among others, over one thread and two: the same extraction', async () => {
  const [one, two] = [annotator(1), annotator(2)];
  const alone: string[] = [];
  for (const story of STORIES) alone.push(...(await printed([story], one, 1)));
  expect(alone.join('')).toContain('"within":"s');
  expect(await printed(STORIES, one, 3)).toEqual(alone);
  expect(await printed(STORIES, two, 4)).toEqual(alone);
  expect((await printed([...STORIES].reverse(), two, 2)).reverse()).toEqual(alone);
  expect(await printedAfresh()).toBe(alone.join('\n'));
}, 120_000);

function printedAfresh(): Promise<string> {
  const script = fileURLToPath(new URL('print-extractions.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, 'print'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`ended with ${code}`))));
  });
}
