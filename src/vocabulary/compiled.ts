import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { deepFreeze } from './deep-freeze.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a build leaves: the vocabulary as it was read, and the state of `schema/` that it was read from. */
interface Compiled {
  readonly state: string;
  readonly vocabulary: Vocabulary;
}

const FILE = 'dist/vocabulary.bin';

/**
 * The vocabulary of a built checkout. Reading and checking `schema/` takes a second, and a build has done so already:
 * its result is taken while no file in `schema/` has changed since.
 * @throws VocabularyError as `loadVocabulary` does.
 */
export async function openVocabulary(root: URL): Promise<Vocabulary> {
  return readCompiled(root) ?? (await loaded(root));
}

/**
 * Reads, checks and keeps the vocabulary; a step of `npm run build`.
 * @public called by scripts/compile-vocabulary.mjs from dist/
 */
export async function compileVocabulary(root: URL): Promise<void> {
  const compiled: Compiled = { state: stateOf(root), vocabulary: await loaded(root) };
  writeFileSync(new URL(FILE, root), serialize(compiled));
}

async function loaded(root: URL): Promise<Vocabulary> {
  // Loaded here: the YAML and schema libraries are not needed where a build has done the work.
  const { loadVocabulary } = await import('./load.ts');
  return loadVocabulary(root);
}

function readCompiled(root: URL): Vocabulary | null {
  try {
    const { state, vocabulary } = deserialize(readFileSync(new URL(FILE, root))) as Compiled;
    return state === stateOf(root) ? deepFreeze(vocabulary) : null;
  } catch {
    // Not built, or built by another Node: it is read anew.
    return null;
  }
}

/** Changes when a file of `schema/` is added, removed or saved. */
function stateOf(root: URL): string {
  const folder = new URL('schema/', root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.map((file) => `${file} ${statSync(new URL(file, folder)).mtimeMs}`).join('\n');
}
