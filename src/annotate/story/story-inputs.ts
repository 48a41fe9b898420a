import type { Pieces } from '../reading/wordpiece.ts';
import type { Inputs } from '../runtime/lanes.ts';
import type { StoryModel } from './load-story.ts';
import type { StoryWindow } from './story-windows.ts';

/** A window as the model takes it: [CLS], pieces, [SEP] after each segment. Always one window a run, so that no other is in its scales. */
export function storyInputs({ units }: StoryWindow, pieces: readonly Pieces[], marks: StoryModel['marks']): Inputs {
  const ids: number[] = [marks.cls];
  const shapes: number[] = [0];
  const first: number[] = [];
  const last: number[] = [];
  for (const [at, unit] of units.entries()) {
    for (let token = unit.first; token < unit.last; token++) {
      const word = pieces[token]!;
      first.push(ids.length);
      for (const id of word.ids) {
        ids.push(id);
        shapes.push(word.shape);
      }
      last.push(ids.length - 1);
    }
    if (units[at + 1]?.segment === unit.segment) continue;
    ids.push(marks.sep);
    shapes.push(0);
  }
  const inputs = { pieces: ids, shapes, first, last };
  return {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, Int32Array.from(values)])),
    shapes: Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, [1, values.length]])),
  };
}
