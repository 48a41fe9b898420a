import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../errors.ts';
import { type NameRules, nameRules } from './decode-names.ts';
import { type LemmaScript, lemmaScript } from './lemmas.ts';
import { SHAPE_NAMES } from './shape.ts';
import { type PieceRules, type WordPiece, wordPiece } from './wordpiece.ts';

/** The language model as it lies in its folder: checked, but not yet started. */
export interface Reader {
  /** Path of the ONNX file. */
  readonly graph: string;
  readonly cut: WordPiece;
  readonly marks: { readonly cls: number; readonly sep: number };
  readonly labels: {
    readonly upos: readonly string[];
    readonly xpos: readonly string[];
    /** Null where the treebanks have `_`. */
    readonly feats: readonly (string | null)[];
    readonly relations: readonly string[];
    readonly lemmas: readonly LemmaScript[];
  };
  readonly names: NameRules;
  readonly lemmaExceptions: ReadonlyMap<string, string>;
}

/** models/reader.json, as scripts/train/export.py writes it. */
interface Description {
  readonly format: number;
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
  readonly pieces: PieceRules & { readonly cls: number; readonly sep: number };
  readonly shapes: { readonly classes: readonly string[] };
  readonly labels: Readonly<Record<'upos' | 'xpos' | 'feats' | 'deprel' | 'ner' | 'lemma', readonly string[]>>;
}

const FORMAT = 1;
const GRAPH = 'reader.onnx';
const VOCABULARY = 'wordpiece.txt';
const LEMMAS = 'lemmas.json';

/** Reads models/reader.json and the files that it names. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadReader(folder: URL): Reader {
  const description = readDescription(folder);
  const { pieces, labels } = description;
  read(folder, GRAPH, description);
  const vocabulary = read(folder, VOCABULARY, description).toString('utf8').trimEnd().split('\n');
  const exceptions = JSON.parse(read(folder, LEMMAS, description).toString('utf8')) as Record<string, string>;
  return {
    graph: fileURLToPath(new URL(GRAPH, folder)),
    cut: wordPiece(vocabulary, pieces),
    marks: pieces,
    labels: {
      upos: labels.upos,
      xpos: labels.xpos,
      feats: labels.feats.map((feats) => (feats === '_' ? null : feats)),
      relations: labels.deprel,
      lemmas: labels.lemma.map(lemmaScript),
    },
    names: nameRules(labels.ner),
    lemmaExceptions: new Map(Object.entries(exceptions)),
  };
}

function readDescription(folder: URL): Description {
  const file = new URL('reader.json', folder);
  let description: Description;
  try {
    description = JSON.parse(bytesOf(file).toString('utf8')) as Description;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw damaged(file, 'it is not JSON', cause);
  }
  if (description.format !== FORMAT) throw damaged(file, `its format is not ${FORMAT}`);
  if (String(description.shapes.classes) !== String(SHAPE_NAMES)) throw damaged(file, 'it has other word shapes');
  return description;
}

/** The bytes of a file, if they are those that the model was shipped with. */
function read(folder: URL, name: string, { files }: Description): Buffer {
  const file = new URL(name, folder);
  const bytes = bytesOf(file);
  if (createHash('sha256').update(bytes).digest('hex') !== files[name]?.sha256) {
    throw damaged(file, 'its hash is not the one in reader.json');
  }
  return bytes;
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

function damaged(file: URL, why: string, cause?: unknown): ConfigError {
  return new ConfigError('MODEL_DAMAGED', `the language model is damaged: ${why}`, {
    place: file.pathname,
    hint: 'reinstall Dateline, or in a checkout run `git checkout models`',
    cause,
  });
}
