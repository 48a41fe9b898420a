import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { byCodePoint } from './code-points.ts';
import { hasKnownExtension } from './formats.ts';
import { inputError } from './input-error.ts';

/**
 * Paths of the files under a folder, in code point order of the whole path, without hidden ones and those of unknown
 * extension. A folder reached a second time through a link is passed over; a link to a folder that holds it is yielded
 * as SOURCE_LOOP, an entry that cannot be read as its own error, and the rest goes on.
 */
export async function* listFolder(folder: string): AsyncGenerator<string | InputError> {
  yield* walk(folder, [], new Set());
}

async function* walk(folder: string, above: readonly string[], seen: Set<string>): AsyncGenerator<string | InputError> {
  let entries: Entry[];
  let real: string;
  try {
    real = await realpath(folder);
    if (above.includes(real)) {
      yield new InputError('SOURCE_LOOP', `the link leads back to ${real}, which holds it`, {
        place: folder,
        hint: 'remove the link',
      });
      return;
    }
    if (seen.has(real)) return;
    seen.add(real);
    entries = await entriesOf(folder);
  } catch (thrown) {
    yield inputError(thrown, folder);
    return;
  }
  for (const { path, kind } of entries) {
    if (kind === 'folder') yield* walk(path, [...above, real], seen);
    else yield kind === 'file' ? path : kind;
  }
}

interface Entry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | InputError;
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const visible = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const entries = await Promise.all(visible.map((entry) => kindOf(join(folder, entry.name), entry)));
  return entries.filter((entry) => entry !== null).sort((a, b) => byCodePoint(sortKey(a), sortKey(b)));
}

/** Null for what is passed over quietly: unknown extensions, sockets, devices. */
async function kindOf(path: string, entry: Dirent): Promise<Entry | null> {
  try {
    const found = entry.isSymbolicLink() ? await stat(path) : entry;
    if (found.isDirectory()) return { path, kind: 'folder' };
    return found.isFile() && hasKnownExtension(path) ? { path, kind: 'file' } : null;
  } catch (thrown) {
    return { path, kind: inputError(thrown, path) };
  }
}

/** A folder sorts as its files' paths do: "a-b.txt" stands before "a/b.txt". */
const sortKey = ({ path, kind }: Entry): string => (kind === 'folder' ? `${path}/` : path);
