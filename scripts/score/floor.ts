import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../test/quality/floor.json', import.meta.url);

/** The least that each figure may be, by name: "ewt-dev.words". A floor may rise, never sink. */
export function readFloor(): Record<string, number> {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Raises floors to what was measured, rounded down to one decimal, and leaves those that are higher. */
export function raiseFloor(measured: ReadonlyMap<string, number>): void {
  const floor = readFloor();
  for (const [name, value] of measured) floor[name] = Math.max(floor[name] ?? 0, Math.floor(value * 10) / 10);
  const sorted = Object.fromEntries(Object.entries(floor).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
