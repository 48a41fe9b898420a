import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const RUNS = 7;
const ARTICLE = `Mayor opens ferry line\n\nPORT MAREN, Tavia, March 4, 2021 - Mayor Ilse Varga said on Thursday that the
Osterlund line would run every day. “We have waited for years,” she told reporters.\n`;

/** How long a fresh process takes from its start to the extraction of one short article, as a line to print. */
export function coldStart(): string {
  if (!existsSync(new URL('dist/clients/cli/main.js', ROOT))) return 'cold start: not built, run npm run build';
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    const file = join(folder, 'article.txt');
    writeFileSync(file, ARTICLE);
    const command = [fileURLToPath(new URL('bin/dateline.js', ROOT)), 'extract', file, '--json'];
    const times = Array.from({ length: RUNS }, () => {
      const from = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`dateline extract failed: ${stderr}`);
      return Number(process.hrtime.bigint() - from) / 1e9;
    }).sort((a, b) => a - b);
    return `cold start: ${times[RUNS >> 1]!.toFixed(2)} s from a fresh process to the end of its first article`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
