import { fileURLToPath } from 'node:url';
import { damaged, type ModelFiles, readDescription, readModelFile } from '../runtime/model-files.ts';
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
interface Description extends ModelFiles {
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
  const file = new URL('reader.json', folder);
  const description = readDescription<Description>(file, FORMAT);
  const { pieces, labels } = description;
  if (String(description.shapes.classes) !== String(SHAPE_NAMES)) throw damaged(file, 'it has other word shapes');
  readModelFile(folder, GRAPH, description);
  const vocabulary = readModelFile(folder, VOCABULARY, description).toString('utf8').trimEnd().split('\n');
  const exceptions = JSON.parse(readModelFile(folder, LEMMAS, description).toString('utf8')) as Record<string, string>;
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
