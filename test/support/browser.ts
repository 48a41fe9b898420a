import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Why there is no browser for tests here; null where there is. In CI a skip is no pass, so there it is never said. */
export function lacksBrowser(): string | null {
  return process.env.CI || found() ? null : `SKIPPED: no browser, for this machine lacks ${NAMES.join(', ')}`;
}

/** The Chromium that the machine has, without a window. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = found();
  if (!executablePath) throw new Error(`no browser: install ${NAMES[0]}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

function found(): string | null {
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // The next one, then.
    }
  }
  return null;
}
