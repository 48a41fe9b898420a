import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { toUtf16 } from './code-points.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';

/** A stretch of text. */
type Range = readonly [start: number, end: number];
type Words = ReadonlySet<number>;

interface Gold {
  readonly content: Words;
  readonly source: readonly Range[] | null;
  readonly kind: Kind;
}

interface Given {
  readonly content: Words;
  readonly source: Range | null;
  readonly kind: Kind;
}

type Kind = 'DIRECT' | 'INDIRECT' | 'MIXED';
const SETS = ['ALL', 'DIRECT', 'INDIRECT'] as const;

interface Attribution {
  readonly content: readonly Range[];
  readonly source: readonly Range[] | null;
}

/** One article of PolNeAR, offsets in code points. */
export interface Attributed {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

export function readAttributed(file: URL): Attributed[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Attributed);
}

/** What the product says of each article, in the terms of the scorer, offsets in UTF-16 code units. */
export interface Predicted {
  readonly content: readonly Range[];
  readonly source: Range | null;
}

/**
 * Attributions by the definitions of score_quotes.py: "polnear-dev.joint", "polnear-dev.content". PolNeAR marks what somebody
 * says, and next to nothing within it (126 of 19,822): the figures are of outermost statements; "joint-nested" counts those
 * within others too, as so many made up.
 */
export async function quotationScores(name: string, file: URL, annotate: Annotate): Promise<Figures> {
  const counts = new Map(SETS.map((set) => [set, new Counts()]));
  const nested = new Map(SETS.map((set) => [set, new Counts()]));
  for (const { text, attributions } of readAttributed(file)) {
    const { layers } = await annotate(documentOf(text));
    const { quotations } = layers.quotations;
    const all = quotations.map(
      ({ content, source }): Predicted => ({
        content: content.map(({ start, end }) => [start, end]),
        source: source && [source.start, source.end],
      }),
    );
    const at = toUtf16(text);
    const move = (ranges: readonly Range[] | null) => ranges?.map(([s, e]): Range => [at[s]!, at[e]!]) ?? null;
    const gold = attributions.map(({ content, source }) => ({ content: move(content)!, source: move(source) }));
    const outermost = all.filter((_, index) => quotations[index]!.within === null);
    scoreArticle(text, gold, outermost, counts);
    scoreArticle(text, gold, all, nested);
  }
  const figures = new Map<string, number>();
  for (const [set, count] of counts) {
    const suffix = set === 'ALL' ? '' : `-${set.toLowerCase()}`;
    figures.set(`${name}.joint${suffix}`, count.joint());
    figures.set(`${name}.joint-nested${suffix}`, nested.get(set)!.joint());
    if (set === 'ALL') {
      figures.set(`${name}.content`, count.content());
      figures.set(`${name}.source`, (100 * count.sourceRight) / Math.max(1, count.sourceFound));
    }
  }
  return figures;
}

class Counts {
  shared = 0;
  givenWords = 0;
  goldWords = 0;
  given = 0;
  givenRight = 0;
  sources = 0;
  sourceFound = 0;
  sourceRight = 0;

  content(): number {
    return f1(this.shared / Math.max(1, this.givenWords), this.shared / Math.max(1, this.goldWords));
  }
  joint(): number {
    return f1(this.givenRight / Math.max(1, this.given), this.sourceRight / Math.max(1, this.sources));
  }
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (200 * precision * recall) / (precision + recall) : 0;
}

const WORD = /[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)?/gu;
const QUOTED = /“[^”\n]*(?:”|\n|$)|"[^"\n]*(?:"|\n|$)/g;

function scoreArticle(
  text: string,
  attributions: readonly Attribution[],
  predicted: readonly Predicted[],
  counts: ReadonlyMap<string, Counts>,
): void {
  const words = rangesOf(text, WORD);
  const inQuotes = wordsIn(words, rangesOf(text, QUOTED));
  const golds: Gold[] = attributions.flatMap(({ content, source }) => {
    const found = wordsIn(words, content);
    return found.size > 0
      ? [{ content: found, source: source?.length ? source : null, kind: kindOf(found, inQuotes) }]
      : [];
  });
  const givens: Given[] = predicted.flatMap(({ content, source }) => {
    const found = wordsIn(words, content);
    return found.size > 0 ? [{ content: found, source, kind: kindOf(found, inQuotes) }] : [];
  });
  for (const [set, count] of counts) {
    const gold = golds.filter(({ kind }) => set === 'ALL' || kind === set);
    const others = golds.filter(({ kind }) => kind !== set);
    const isOfOther = (one: Given) =>
      set !== 'ALL' &&
      others.some((each) => half(one.content, each.content)) &&
      !gold.some((each) => half(one.content, each.content));
    const given = givens.filter((one) => (set === 'ALL' || one.kind === set) && !isOfOther(one));
    countWords(gold, given, count);
    for (const each of gold) countFound(text, each, givens, count);
    for (const each of given) countGiven(text, each, golds, count);
  }
}

function countWords(gold: readonly Gold[], given: readonly Given[], count: Counts): void {
  const wanted = new Set(gold.flatMap(({ content }) => [...content]));
  const found = new Set(given.flatMap(({ content }) => [...content]));
  count.goldWords += wanted.size;
  count.givenWords += found.size;
  for (const word of found) if (wanted.has(word)) count.shared++;
}

function countFound(text: string, { content, source }: Gold, givens: readonly Given[], count: Counts): void {
  if (source) count.sources++;
  let best: { readonly shared: number; readonly source: Range | null } | null = null;
  for (const one of givens) {
    const together = new Set(one.content);
    if (one.source) {
      for (const other of givens) {
        if (String(other.source) === String(one.source) && sharedOf(other.content, content) > 0)
          for (const word of other.content) together.add(word);
      }
    }
    if (sharedOf(together, content) / content.size < 0.5) continue;
    const shared = sharedOf(one.content, content);
    if (best === null || shared > best.shared) best = { shared, source: one.source };
  }
  if (best === null || !source) return;
  count.sourceFound++;
  if (best.source && isRight(text, source, best.source)) count.sourceRight++;
}

function countGiven(text: string, { content, source }: Given, golds: readonly Gold[], count: Counts): void {
  count.given++;
  const isRightOf = (gold: Gold) => gold.source !== null && source !== null && isRight(text, gold.source, source);
  if (golds.some((gold) => half(content, gold.content) && isRightOf(gold))) count.givenRight++;
}

/** The head of one lies in the other. */
function isRight(text: string, gold: readonly Range[], [start, end]: Range): boolean {
  const from = gold[0]![0];
  const to = gold.at(-1)![1];
  const [a, b] = headOf(text, from, to);
  const [c, d] = headOf(text, start, end);
  return (start <= a && b <= end && end - start <= 4 * (to - from) + 30) || (from <= c && d <= to);
}

const REST = /,| of | who | from | in | at | for |\(| told /;
const NAME = /[\p{L}][\p{L}\p{N}_\-’']*/gu;

/** The last capitalised word before what follows the head, else the last word. */
function headOf(text: string, start: number, end: number): Range {
  const whole = text.slice(start, end);
  const rest = whole.search(REST);
  const words = [...(rest > 0 ? whole.slice(0, rest) : whole).matchAll(NAME)].map((match) => {
    const bare = match[0].replace(/['’]s$/, '');
    return { from: start + match.index, to: start + match.index + bare.length, isName: /^\p{Lu}/u.test(match[0]) };
  });
  const last = words.findLast(({ isName }) => isName) ?? words.at(-1);
  return last ? [last.from, last.to] : [start, end];
}

function kindOf(content: Words, inQuotes: Words): Kind {
  const quoted = sharedOf(content, inQuotes);
  const share = quoted / content.size;
  return share >= 0.6 && quoted >= 3 ? 'DIRECT' : share < 0.2 ? 'INDIRECT' : 'MIXED';
}

function half(one: Words, other: Words): boolean {
  return sharedOf(one, other) >= 0.5 * one.size;
}

function sharedOf(one: Words, other: Words): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared;
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function wordsIn(words: readonly Range[], ranges: readonly Range[]): Words {
  const found = new Set<number>();
  for (const [start, end] of ranges) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < words.length && words[at]![0] < end; at++) found.add(at);
  }
  return found;
}
