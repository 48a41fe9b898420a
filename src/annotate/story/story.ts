import type { StoryLayer } from '../../document/layers.ts';
import { wordsOf } from '../../document/span.ts';
import type { WordPiece } from '../reading/wordpiece.ts';
import type { Run } from '../runtime/lanes.ts';
import { step } from '../step.ts';
import { STORY_OUTPUTS, type StoryModel, type StoryOutput } from './load-story.ts';
import { storyInputs } from './story-inputs.ts';
import { type StoryWindow, storyWindows } from './story-windows.ts';

/** What the story model says of a window, word by word; see `StoryLayer`. */
type Outputs = Readonly<Record<StoryOutput, Float32Array>>;

/** What a token is that is in no window: by output, the class that says nothing. */
const NOTHING: Readonly<Partial<Record<StoryOutput, number>>> = {
  content: 0,
  cue: 0,
  source: 0,
  stance: 2,
  mention: 0,
  act: 0,
};

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
      const draft = unread(tokens.length, model.widths);
      for (const [at, outputs] of read.entries()) fill(draft, windows[at]!, outputs, model.widths);
      const numbers = Object.fromEntries(
        STORY_OUTPUTS.map((name) => [name, { values: draft[name], width: model.widths[name] }]),
      ) as Record<StoryOutput, { values: Float32Array; width: number }>;
      const { content, cue, source, stance } = draft;
      return { ...numbers, content, cue, source, stance, labels: model.labels, near: model.near };
    },
  });
}

function unread(count: number, widths: StoryModel['widths']): Outputs {
  const draft = {} as Record<StoryOutput, Float32Array>;
  for (const name of STORY_OUTPUTS) {
    const width = widths[name];
    draft[name] = new Float32Array(width * count);
    const nothing = NOTHING[name];
    if (nothing === undefined) continue;
    draft[name].fill(-Infinity);
    for (let at = nothing; at < width * count; at += width) draft[name][at] = 0;
  }
  return draft;
}

function fill(draft: Outputs, { units, from, to }: StoryWindow, outputs: Outputs, widths: StoryModel['widths']): void {
  let word = 0;
  for (const [at, { first, last }] of units.entries()) {
    const count = last - first;
    if (at >= from && at < to)
      for (const name of STORY_OUTPUTS) {
        const width = widths[name];
        draft[name].set(outputs[name].subarray(width * word, width * (word + count)), width * first);
      }
    word += count;
  }
}
