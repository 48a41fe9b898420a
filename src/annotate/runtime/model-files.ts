import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';

/** What every model description says: its format, and the hash of each file that belongs to it. */
export interface ModelFiles {
  readonly format: number;
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
}

/** Reads a model's JSON description. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function readDescription<Description extends ModelFiles>(file: URL, format: number): Description {
  let description: Description;
  try {
    description = JSON.parse(bytesOf(file).toString('utf8')) as Description;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw damaged(file, 'it is not JSON', cause);
  }
  if (description.format !== format) throw damaged(file, `its format is not ${format}`);
  return description;
}

/** The bytes of a file, if they are those that the model was shipped with. Throws ConfigError as above. */
export function readModelFile(folder: URL, name: string, { files }: ModelFiles): Buffer {
  const file = new URL(name, folder);
  const bytes = bytesOf(file);
  if (createHash('sha256').update(bytes).digest('hex') !== files[name]?.sha256) {
    throw damaged(file, 'its hash is not the one it was shipped with');
  }
  return bytes;
}

export function damaged(file: URL, why: string, cause?: unknown): ConfigError {
  return new ConfigError('MODEL_DAMAGED', `the language model is damaged: ${why}`, {
    place: file.pathname,
    hint: 'reinstall Dateline, or in a checkout run `git checkout models`',
    cause,
  });
}

function bytesOf(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new ConfigError('MODEL_MISSING', 'the language model cannot be read', {
      place: file.pathname,
      hint: 'reinstall Dateline, or in a checkout run `git checkout models`',
      cause,
    });
  }
}
