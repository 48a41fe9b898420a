import type { Window } from './windows.ts';
import type { Pieces } from './wordpiece.ts';

/** Windows of like length that are read together, with the inputs of the model. */
export interface Batch {
  readonly windows: readonly Window[];
  /** Words of the longest. */
  readonly width: number;
  readonly inputs: Readonly<Record<Input, Int32Array>>;
  readonly shapes: Readonly<Record<Input, readonly [number, number]>>;
}

type Input = 'pieces' | 'shapes' | 'first' | 'last';

/**
 * Most pieces of a batch, padding among them. The model's products are quantised over a whole batch, so that what is
 * read of a sentence depends a little on the batch it is in: batches are therefore made of one article alone.
 */
const PIECES = 160;

/** The batches of one article, shortest sentences first. */
export function batchesOf(
  windows: readonly Window[],
  pieces: readonly Pieces[],
  marks: { readonly cls: number; readonly sep: number },
): Batch[] {
  const measured = windows.map((window) => ({ window, length: lengthOf(window, pieces) }));
  measured.sort((a, b) => a.length - b.length || a.window.first - b.window.first);
  const batches: Batch[] = [];
  for (let at = 0; at < measured.length; ) {
    let to = at + 1;
    while (to < measured.length && measured[to]!.length * (to + 1 - at) <= PIECES) to++;
    batches.push(batchOf(measured.slice(at, to), pieces, marks));
    at = to;
  }
  return batches;
}

/** Pieces of a window with the two marks around it. */
function lengthOf({ first, last }: Window, pieces: readonly Pieces[]): number {
  let length = 2;
  for (let at = first; at < last; at++) length += pieces[at]!.ids.length;
  return length;
}

function batchOf(
  members: readonly { readonly window: Window; readonly length: number }[],
  pieces: readonly Pieces[],
  marks: { readonly cls: number; readonly sep: number },
): Batch {
  const height = members.length;
  const length = Math.max(...members.map((member) => member.length));
  const width = Math.max(...members.map(({ window }) => window.last - window.first));
  const inputs = {
    pieces: new Int32Array(height * length),
    shapes: new Int32Array(height * length),
    first: new Int32Array(height * width),
    last: new Int32Array(height * width),
  };
  for (const [row, { window }] of members.entries()) {
    let at = row * length;
    inputs.pieces[at++] = marks.cls;
    for (let token = window.first; token < window.last; token++) {
      const { ids, shape } = pieces[token]!;
      const word = row * width + token - window.first;
      inputs.first[word] = at - row * length;
      for (const id of ids) {
        inputs.pieces[at] = id;
        inputs.shapes[at++] = shape;
      }
      inputs.last[word] = at - 1 - row * length;
    }
    inputs.pieces[at] = marks.sep;
  }
  const ofPieces = [height, length] as const;
  const ofWords = [height, width] as const;
  return {
    windows: members.map(({ window }) => window),
    width,
    inputs,
    shapes: { pieces: ofPieces, shapes: ofPieces, first: ofWords, last: ofWords },
  };
}
