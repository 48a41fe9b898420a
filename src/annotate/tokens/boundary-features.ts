import { gapBefore, type Since, type Stretch } from './boundaries.ts';
import { isCommon, type SentenceModel } from './sentence-model.ts';
import { isCloser, isTerminal, SHAPE } from './shapes.ts';

/** Bound once: the tests run in a context where each look-up of a global is slow. */
const { imul } = Math;

/**
 * Writes the model's features of the boundary before token `at` into `out`, as indices into its weights, and gives
 * their number. Each is a hash of what it looks at, so that the model needs no names and holds no words.
 */
export function boundaryFeatures(
  stretch: Stretch,
  since: Since,
  at: number,
  model: Pick<SentenceModel, 'bits' | 'common'>,
  out: Int32Array,
): number {
  const { words, shapes } = stretch;
  const mask = (1 << model.bits) - 1;
  let count = 0;
  let template = 0;
  const add = (a: number, b = 0, c = 0, d = 0) => {
    let hash = imul(++template, 0x9e3779b1);
    hash = imul(hash ^ a ^ (hash >>> 15), 0x85ebca6b);
    hash = imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35);
    hash = imul(hash ^ c ^ (hash >>> 16), 0x27d4eb2f);
    hash = imul(hash ^ d ^ (hash >>> 15), 0x165667b1);
    out[count++] = (hash ^ (hash >>> 16)) & mask;
  };
  const word = (offset: number) => words[at + offset] ?? 0;
  const shape = (offset: number) => shapes[at + offset] ?? 0;

  const gap = gapBefore(stretch, at);
  const p1 = shape(-1);
  const p2 = shape(-2);
  const n1 = shape(0);
  const n2 = shape(1);
  const n3 = shape(2);
  const here = (p1 << 8) | n1;

  // Behind closing quotes and brackets stands what really ended: `."` and `.)`.
  let back = at - 1;
  while (back > since.begin && back > at - 4 && isCloser(shapes[back]!)) back--;
  const ended = shapes[back]!;
  const lastWord = isTerminal(ended) && back > 0 ? back - 1 : back;
  // And behind opening ones what begins.
  let front = at;
  while (
    front < at + 2 &&
    (n1 === SHAPE.opening || n1 === SHAPE.opens || n1 === SHAPE.bullet) &&
    front + 1 < words.length
  )
    front++;
  const begun = shapes[front]!;

  const length = Math.min(12, doublings((at - since.begin + 1) ** 2));
  const rest = Math.min(6, doublings(words.length - at + 1));
  const tail = shapes[words.length - 1]!;
  const open = (since.quotes > 0 ? 1 : 0) | (since.brackets > 0 ? 2 : 0);
  const common = isCommon(model, words[front]!) ? 1 : 0;
  const lowers = Math.min(3, since.lowers);

  add(here, gap);
  add(here, n2, gap);
  add(p2, here, n2);
  add(shape(-3), p2, here);
  add(here, n2, n3);
  add(here, length);
  add(here, open, gap);
  add(here, rest, tail);
  add(here, lowers, gap);
  add(here, length, rest, tail);
  add(word(-1), gap);
  add(word(0), gap);
  add(word(-1), n1);
  add(p1, word(0));
  add(word(-1), word(0));
  add(word(-2), word(-1));
  add(word(0), word(1));
  add(p1, word(0), n2);
  add(p1, word(1), n1);
  add(p1, n1, word(1), word(0));
  add(word(-2), p1, n1);
  add(word(-1), p2, n1);
  add(ended, words[front]!, open);
  add(ended, begun, open, length > 4 ? 1 : 0);
  add(words[lastWord]!, ended, begun);
  add(words[lastWord]!, ended, words[front]!);
  add(shapes[lastWord]!, ended, begun, n1);
  add(words[since.begin]!, here);
  add(shapes[since.begin]!, here, length);
  add(shapes[since.begin]!, shape(1), here, lowers);
  add(words[0]!, here);
  add(gap, tail, here, stretch.width > 0 ? 1 : 0);
  add(sizeOf(stretch, at - 1), p1, n1, p2);
  add(sizeOf(stretch, lastWord), ended, begun);
  add(titles(shapes, at, -1), titles(shapes, at, 1), here);
  add(p1, shape(-2), word(-3), n1);
  add(p1, n1, common, n2);
  add(word(-1), n1, common);
  add(word(-2), p1, n1, common);
  add(words[lastWord]!, ended, begun, common);
  add(shapes[lastWord]!, ended, begun, common | (n2 << 2));
  add(shapes[lastWord]!, p2, here, common);
  return count;
}

/** Whole binary logarithm; lengths count by ratio, not by number. */
function doublings(count: number): number {
  return 31 - Math.clz32(Math.min(count, 0x7fffffff));
}

/** Length of a token in characters, up to seven. */
function sizeOf({ tokens, first }: Stretch, at: number): number {
  const token = tokens[first + at];
  return token === undefined ? 0 : Math.min(7, token.end - token.start);
}

/** How many capitalised words stand in a row beside the boundary, up to four. */
function titles(shapes: Uint8Array, at: number, step: 1 | -1): number {
  let count = 0;
  for (let place = step < 0 ? at - 1 : at; count < 4; place += step, count++) {
    const shape = shapes[place];
    if (shape === undefined || shape < SHAPE.title || shape > SHAPE.mixed) break;
  }
  return count;
}
