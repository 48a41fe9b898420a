import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InputError } from '../../errors.ts';

/** A file of articles that failed, a line of JSON each: place and error. Written at once, so that a crash loses none. */
export function deadLetters(file: string): { add(outcome: object): void; close(): void } {
  const open = openSync(file, 'w');
  return {
    add: (outcome) => void writeSync(open, `${JSON.stringify(outcome)}\n`),
    close: () => closeSync(open),
  };
}

/** The inputs that failed, from such files, each once. Of a file with many articles the whole is named. */
export async function failedPlaces(files: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const file of files) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [at, line] of lines.entries()) if (line.trim()) places.push(placeOf(line, `${file}:${at + 1}`));
  }
  return [...new Set(places)];
}

function placeOf(line: string, at: string): string {
  try {
    const { place } = JSON.parse(line) as { place: string };
    const file = place.replace(/[:#]\d+$/, '');
    return existsSync(place) || !existsSync(file) ? place : file;
  } catch (cause) {
    throw new InputError('RETRY_NOT_JSON', 'this line tells of no failed article', {
      place: at,
      hint: 'give a file that was written by dateline ingest --failed FILE',
      cause,
    });
  }
}
