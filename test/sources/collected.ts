import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Draft } from '../../src/document/document.ts';
import { InputError } from '../../src/errors.ts';
import { drafts } from '../../src/sources/drafts.ts';
import type { FormatName, SourceOptions } from '../../src/sources/options.ts';
import { collected as all } from '../support/collected.ts';

/** Everything that the inputs give. */
export function collected(inputs: readonly string[], options: SourceOptions = {}): Promise<(Draft | InputError)[]> {
  return all(drafts(inputs, options));
}

/** Everything that bytes on stdin give. */
export function fromBytes(
  content: string | Uint8Array,
  format?: FormatName,
  options: SourceOptions = {},
): Promise<(Draft | InputError)[]> {
  const stdin = streamOf(content);
  return collected(['-'], { ...options, stdin, ...(format ? { format } : {}) });
}

/** The one article that content gives. Fails with the error if it gives one. */
export async function oneDraft(
  content: string | Uint8Array,
  format?: FormatName,
  options: SourceOptions = {},
): Promise<Draft> {
  const found = await fromBytes(content, format, options);
  expectOne(found);
  if (found[0] instanceof InputError) throw found[0];
  return found[0] as Draft;
}

/** The code of the one error that content gives. */
export async function oneCode(
  content: string | Uint8Array,
  format?: FormatName,
  options: SourceOptions = {},
): Promise<string> {
  const found = await fromBytes(content, format, options);
  expectOne(found);
  return outcome(found[0] as Draft | InputError);
}

/** "place CODE" or "place: first words" of each: what a table of expectations can hold. */
export function outcomes(found: readonly (Draft | InputError)[]): string[] {
  return found.map((item) => `${item.place} ${outcome(item)}`);
}

export function outcome(item: Draft | InputError): string {
  if (!(item instanceof InputError)) return item.text.slice(0, 40);
  if (item.hint === undefined && item.code !== 'SOURCE_NOT_READABLE') throw new Error(`${item.code} has no hint`);
  return item.code;
}

/** Text of each block of a draft, with its kind. */
export function blocksOf(draft: Draft): string[] {
  return (draft.blocks ?? []).map(({ kind, start, end }) => `${kind}: ${draft.text.slice(start, end)}`);
}

/** A new folder with these files, by path within it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'dateline-sources-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A stream of small chunks, so that characters and lines are cut. */
export async function* streamOf(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function expectOne(found: readonly (Draft | InputError)[]): void {
  if (found.length !== 1) throw new Error(`expected one, found ${found.length}: ${outcomes(found).join('; ')}`);
}
