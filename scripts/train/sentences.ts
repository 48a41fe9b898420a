/**
 * Trains `models/sentences.json`, the weights of the sentence splitter, on the Universal Dependencies treebanks EWT and
 * GUM (2.16): logistic regression over hashed features, AdaGrad, one seed. GUM's fiction and wikiHow documents, which
 * are not for commercial use, are left out. Only weights leave this script.
 *
 *     npx tsx scripts/train/sentences.ts ../shared/data/syntax models/sentences.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  gapBefore,
  MOST_FEATURES,
  mayBegin,
  pass,
  startSince,
  stretchOf,
} from '../../src/annotate/tokens/boundaries.ts';
import { boundaryFeatures } from '../../src/annotate/tokens/boundary-features.ts';
import { sealed } from '../../src/annotate/tokens/sentence-model.ts';
import { SHAPE } from '../../src/annotate/tokens/shapes.ts';
import { tokenizer } from '../../src/annotate/tokens/tokenize.ts';
import { ROOT } from '../../src/config.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';
import { abbreviated, type Paragraph, paragraphsOf, wrapped } from './sentences-data.ts';

const BITS = 17;
const PASSES = 6;
const RATE = 0.03;
const DECAY = 1e-3;

const [data = '../shared/data/syntax', target = 'models/sentences.json'] = process.argv.slice(2);
const tokenize = tokenizer(loadVocabulary(ROOT).abbreviations);
let seed = 20220110;

const treebanks = ['ewt-train', 'gum-train'].map((name) => readFileSync(`${data}/${name}.conllu`, 'utf8'));
const lines = treebanks.flatMap((conllu) => paragraphsOf(conllu, (id) => !/^GUM_(fiction|whow)_/.test(id)));
const paragraphs = [...lines, ...wrapped(lines, random), ...abbreviated(lines, random)];
console.log(`${lines.length} paragraphs, ${paragraphs.length} with altered copies`);

const common = commonWords(lines);
const examples: { features: Int32Array; begins: boolean }[] = [];
let missed = 0;
for (const paragraph of paragraphs) missed += collect(paragraph);
console.log(
  `${examples.length} boundaries, ${examples.filter((one) => one.begins).length} of sentences, ${missed} out of reach`,
);

const { weights, bias } = train();
writeFileSync(target, sealed({ bits: BITS, common, ...quantised(weights, bias) }));

/** A bitmap over word hashes: at least twice in lower case, and four times in five where no sentence begins. */
function commonWords(paragraphs: readonly Paragraph[]): Uint8Array {
  const low = new Uint32Array(1 << BITS);
  const raised = new Uint32Array(1 << BITS);
  for (const { text, begins } of paragraphs) {
    const tokens = tokenize(text, 0, text.length);
    const { words, shapes } = stretchOf(text, tokens, 0, tokens.length);
    for (const [at, shape] of shapes.entries()) {
      const bit = words[at]! & ((1 << BITS) - 1);
      if (shape === SHAPE.lower) low[bit]!++;
      else if (shape === SHAPE.title && !begins.has(tokens[at]!.start)) raised[bit]!++;
    }
  }
  const bitmap = new Uint8Array((1 << BITS) / 8);
  for (const [bit, count] of low.entries()) {
    if (count >= 2 && count >= 4 * raised[bit]!) bitmap[bit >> 3]! |= 1 << (bit & 7);
  }
  return bitmap;
}

/** Adds the boundaries of a paragraph and gives how many sentence boundaries are no candidates. */
function collect({ text, begins }: Paragraph): number {
  const tokens = tokenize(text, 0, text.length);
  const stretch = stretchOf(text, tokens, 0, tokens.length);
  const found = new Int32Array(MOST_FEATURES);
  let since = startSince(0);
  let unreachable = 0;
  for (let at = 0; at < tokens.length; at++) {
    const isBegin = begins.has(tokens[at]!.start);
    if (at > 0 && mayBegin(stretch, at, gapBefore(stretch, at))) {
      const count = boundaryFeatures(stretch, since, at, { bits: BITS, common }, found);
      examples.push({ features: found.slice(0, count), begins: isBegin });
    } else if (at > 0 && isBegin) unreachable++;
    if (isBegin) since = startSince(at);
    pass(since, stretch.shapes[at]!);
  }
  return unreachable;
}

function train(): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(1 << BITS);
  const squares = new Float64Array(1 << BITS).fill(1e-3);
  const sums = new Float64Array(1 << BITS);
  let bias = 0;
  for (let round = 1; round <= PASSES; round++) {
    shuffle(examples);
    let loss = 0;
    for (const { features, begins } of examples) {
      let sum = bias;
      for (const feature of features) sum += weights[feature]!;
      const chance = 1 / (1 + Math.exp(-sum));
      const error = (begins ? 1 : 0) - chance;
      loss -= Math.log(Math.max(1e-12, begins ? chance : 1 - chance));
      bias += 0.001 * error;
      for (const feature of features) {
        const slope = error - DECAY * weights[feature]!;
        squares[feature]! += slope * slope;
        weights[feature]! += (RATE * slope) / Math.sqrt(squares[feature]!);
      }
    }
    if (round > PASSES / 2) for (let at = 0; at < weights.length; at++) sums[at]! += weights[at]!;
    console.log(`pass ${round}: loss ${(loss / examples.length).toFixed(5)}`);
  }
  const averaged = PASSES - Math.floor(PASSES / 2);
  return { weights: sums.map((sum) => sum / averaged), bias };
}

/** Whole numbers in a byte, with the scale that the largest weights allow. */
function quantised(weights: Float64Array, bias: number): { weights: Int8Array; bias: number } {
  const sizes = weights.map(Math.abs).sort();
  const scale = 127 / sizes[Math.floor(sizes.length * 0.9995)]!;
  const rounded = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
  return { weights: rounded, bias: Math.round(bias * scale) };
}

function shuffle<T>(list: T[]): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}

/** Mulberry32: the same numbers on every machine. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
