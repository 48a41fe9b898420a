import { fileURLToPath } from 'node:url';
import { type ModelFiles, readDescription, readModelFile } from '../runtime/model-files.ts';

/** The story model as it lies in its folder: checked, but not yet started. */
export interface StoryModel {
  /** Path of the ONNX file. */
  readonly graph: string;
  readonly marks: { readonly cls: number; readonly sep: number };
  /** Most pieces of a window, marks among them. */
  readonly longest: number;
}

/** models/story.json, as scripts/train/story_export.py writes it; its pieces are those of the reader. */
interface Description extends ModelFiles {
  readonly pieces: { readonly cls: number; readonly sep: number };
  readonly window: number;
}

const FORMAT = 1;
const GRAPH = 'story.onnx';

/** Reads models/story.json and checks the graph that it names. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadStory(folder: URL): StoryModel {
  const description = readDescription<Description>(new URL('story.json', folder), FORMAT);
  readModelFile(folder, GRAPH, description);
  return { graph: fileURLToPath(new URL(GRAPH, folder)), marks: description.pieces, longest: description.window };
}
