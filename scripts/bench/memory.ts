import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../src/document/document.ts';

/** How much memory a fresh process holds while it reads `count` articles, as lines to print. */
export function memoryOver(count: number, documents: readonly Document[]): string {
  if (!existsSync(new URL('../../dist/annotate/ahead.js', import.meta.url)))
    return 'memory: not built, run npm run build';
  const script = fileURLToPath(new URL('read-many.mjs', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [script, String(count), '4'], {
    encoding: 'utf8',
    input: JSON.stringify(documents),
  });
  if (!stdout) throw new Error(`read-many failed: ${stderr}`);
  const found = JSON.parse(stdout) as Record<'wordsPerSecond' | 'wordsPerCpuSecond' | 'peak', number> & {
    rss: number[];
  };
  return [
    `${count} articles in a fresh process, four in flight: ${found.wordsPerSecond} words/s`,
    `  ${found.wordsPerCpuSecond} words per second of processor time, which a busy machine does not change much`,
    `  peak memory ${found.peak} MB, by tenths of the articles ${found.rss.join(' ')} MB`,
  ].join('\n');
}
