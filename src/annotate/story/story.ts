import type { StoryLayer } from '../../document/layers.ts';
import { wordsOf } from '../../document/span.ts';
import type { WordPiece } from '../reading/wordpiece.ts';
import type { Run } from '../runtime/lanes.ts';
import { step } from '../step.ts';
import type { StoryModel } from './load-story.ts';
import { storyInputs } from './story-inputs.ts';
import { type StoryWindow, storyWindows } from './story-windows.ts';

const LABELS = ['content', 'cue', 'source', 'stance'] as const;
const VECTORS = ['says', 'speaks', 'refers', 'means'] as const;

/** What the story model says of a window, word by word; see `StoryLayer`. */
type Outputs = Readonly<Record<(typeof LABELS | typeof VECTORS)[number], Float32Array>>;
type Draft = Record<keyof Outputs, Float32Array>;

/** Who says what and who is who, as the second pass over the words sees it: window by window, over the ends of sentences. */
export function story(model: StoryModel, cut: WordPiece, run: Run<Outputs>) {
  return step({
    name: 'story',
    needs: ['tokens'],
    gives: 'story',
    async run({ text }, { tokens: { tokens, sentences } }): Promise<StoryLayer> {
      const pieces = tokens.map((token) => cut(wordsOf(text, token)));
      const windows = storyWindows(sentences, pieces, model.longest);
      const read = await Promise.all(windows.map((window) => run(storyInputs(window, pieces, model.marks))));
      const width = read[0] ? read[0].says.length / (read[0].content.length / 3) : 0;
      const layer = unread(tokens.length, width);
      for (const [at, outputs] of read.entries()) fill(layer, windows[at]!, outputs, width);
      return { ...layer, width };
    },
  });
}

function unread(count: number, width: number): Draft {
  const layer = {} as Draft;
  for (const name of LABELS) {
    layer[name] = new Float32Array(3 * count).fill(-Infinity);
    // O of a quotation's parts, neutral of the stance.
    for (let at = name === 'stance' ? 2 : 0; at < 3 * count; at += 3) layer[name][at] = 0;
  }
  for (const name of VECTORS) layer[name] = new Float32Array(width * count);
  return layer;
}

function fill(layer: Draft, { units, from, to }: StoryWindow, outputs: Outputs, width: number): void {
  let word = 0;
  for (const [at, { first, last }] of units.entries()) {
    const count = last - first;
    if (at >= from && at < to) {
      for (const name of LABELS) layer[name].set(outputs[name].subarray(3 * word, 3 * (word + count)), 3 * first);
      for (const name of VECTORS)
        layer[name].set(outputs[name].subarray(width * word, width * (word + count)), width * first);
    }
    word += count;
  }
}
