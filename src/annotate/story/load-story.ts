import { fileURLToPath } from 'node:url';
import type { StoryLayer } from '../../document/layers.ts';
import { type ModelFiles, readDescription, readModelFile } from '../runtime/model-files.ts';

/** The story model as it lies in its folder: checked, but not yet started. */
export interface StoryModel {
  /** Path of the ONNX file. */
  readonly graph: string;
  readonly marks: { readonly cls: number; readonly sep: number };
  /** Most pieces of a window, marks among them. */
  readonly longest: number;
  readonly labels: StoryLayer['labels'];
  readonly near: StoryLayer['near'];
  /** Numbers a word, by output. */
  readonly widths: Readonly<Record<StoryOutput, number>>;
}

/** What the model says of every word of a window. */
export const STORY_OUTPUTS = [
  'content',
  'cue',
  'source',
  'stance',
  'mention',
  'act',
  'fact',
  'says',
  'speaks',
  'refers',
  'means',
  'frames',
  'opens',
  'closes',
] as const;
export type StoryOutput = (typeof STORY_OUTPUTS)[number];

/** models/story.json, as scripts/train/story_export.py writes it; its pieces are those of the reader. */
interface Description extends ModelFiles {
  readonly pieces: { readonly cls: number; readonly sep: number };
  readonly window: number;
  readonly labels: StoryLayer['labels'];
  readonly near: readonly number[];
  readonly outputs: Readonly<Record<StoryOutput, { readonly last: number }>>;
}

const FORMAT = 2;
const GRAPH = 'story.onnx';

/** Reads models/story.json and checks the graph that it names. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadStory(folder: URL): StoryModel {
  const description = readDescription<Description>(new URL('story.json', folder), FORMAT);
  readModelFile(folder, GRAPH, description);
  const { pieces: marks, window: longest, labels, near, outputs } = description;
  const widths = Object.fromEntries(STORY_OUTPUTS.map((name) => [name, outputs[name].last])) as StoryModel['widths'];
  return { graph: fileURLToPath(new URL(GRAPH, folder)), marks, longest, labels, near, widths };
}
