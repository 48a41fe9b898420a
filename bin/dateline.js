#!/usr/bin/env node
import { existsSync } from 'node:fs';

// GraphQL and others check less then.
process.env.NODE_ENV ??= 'production';

const main = new URL('../dist/clients/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('dateline: this checkout is not built yet\n  run: npm ci && npm run build');
  process.exitCode = 2;
}
