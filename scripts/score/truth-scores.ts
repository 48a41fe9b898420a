import type { Extraction } from '../../src/app.ts';
import { type DemoReading, demoTruth } from './demo-readings.ts';
import { type Claimed, reliability } from './reliability.ts';
import type { Figures } from './token-scores.ts';

export type Quote = string | { readonly words: string; readonly occurrence?: number };

export interface Truth {
  readonly articles: readonly { readonly file: string; readonly key: string }[];
  readonly actors: readonly {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly country?: string | null;
    readonly aliases?: readonly string[];
    readonly descriptions?: readonly string[];
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly article: string;
    readonly speaker: string | null;
    readonly source?: Quote | null;
    readonly words: readonly Quote[];
  }[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A statement of the truth in one article. */
interface Told {
  readonly id: string;
  readonly content: readonly Range[];
  /** What its speaker may be called, in lower case without "the"; empty where nobody is named. */
  readonly names: ReadonlySet<string>;
}

/** What is missed or made up, as lines to read. */
export interface Misses {
  readonly missed: string[];
  readonly spurious: string[];
}

/** Statements of the demo articles against seeds/truth.yaml: speaker right and at least half of the words. */
export function truthScores(readings: readonly DemoReading[], misses: Misses = { missed: [], spurious: [] }): Figures {
  const truth = demoTruth();
  const claims: Claimed[] = [];
  let [found, told, right, given] = [0, 0, 0, 0];
  for (const { key, extraction } of readings) {
    const gold = truth.statements.filter(({ article }) => article === key).map((one) => toldIn(extraction, one, truth));
    const statements = extraction.statements.filter(({ content }) => !isHeadline(extraction, content[0] as Range));
    for (const one of gold) {
      told++;
      if (statements.some((each) => shareOf(one.content, each.content) >= 0.5 && isSpeaker(extraction, each, one)))
        found++;
      else misses.missed.push(`${key} ${one.id}: ${wordsOf(extraction, one.content)} — ${[...one.names].join('|')}`);
    }
    for (const each of statements) {
      given++;
      const isRight = gold.some((one) => shareOf(each.content, one.content) >= 0.5 && isSpeaker(extraction, each, one));
      claims.push([each.confidence, isRight, each.rule, each.kind]);
      if (isRight) right++;
      else misses.spurious.push(`${key}: ${wordsOf(extraction, each.content)} — ${nameOf(extraction, each.speaker)}`);
    }
  }
  console.log(reliability('demo.statements', claims));
  return new Map([
    ['demo.statements-recall', (100 * found) / told],
    ['demo.statements-precision', (100 * right) / given],
  ]);
}

function toldIn({ article: { text } }: Extraction, one: Truth['statements'][number], { actors }: Truth): Told {
  const actor = actors.find(({ id }) => id === one.speaker);
  const names = actor ? [actor.name, ...(actor.aliases ?? []), ...(actor.descriptions ?? [])] : [];
  if (actor && one.source) names.push(typeof one.source === 'string' ? one.source : one.source.words);
  return { id: one.id, content: one.words.map((quote) => placeOf(text, quote)), names: new Set(names.map(bare)) };
}

/** Where words stand for the n-th time as whole words. */
export function placeOf(text: string, quote: Quote): Range {
  const { words, occurrence = 1 } = typeof quote === 'string' ? { words: quote } : quote;
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
  let seen = 0;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const touches = (isWord(words[0]) && isWord(text[start - 1])) || (isWord(words.at(-1)) && isWord(text[end]));
    if (!touches && ++seen === occurrence) return { start, end };
  }
  throw new Error(`seeds/truth.yaml: "${words}" is not in its article`);
}

/** Which part of the words of one lies in the other. */
function shareOf(one: readonly Range[], other: readonly Range[]): number {
  let shared = 0;
  let all = 0;
  for (const { start, end } of one) {
    all += end - start;
    for (const each of other) shared += Math.max(0, Math.min(end, each.end) - Math.max(start, each.start));
  }
  return shared / all;
}

function isSpeaker(
  { article, entities }: Extraction,
  { speaker }: Extraction['statements'][number],
  { names }: Told,
): boolean {
  if (speaker === null || names.size === 0) return speaker === null && names.size === 0;
  const entity = entities.find(({ id }) => id === speaker);
  return (
    entity?.mentions.some(
      ({ start, end, form }) => form !== 'pronoun' && names.has(bare(article.text.slice(start, end))),
    ) ?? false
  );
}

export function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an) /, '');
}

export function isHeadline({ article }: Extraction, { start }: Range): boolean {
  return article.segments.some(
    (segment) => segment.kind === 'headline' && segment.start <= start && start < segment.end,
  );
}

function wordsOf({ article }: Extraction, spans: readonly Range[]): string {
  return spans
    .map(({ start, end }) => article.text.slice(start, end))
    .join(' … ')
    .slice(0, 110);
}

function nameOf({ entities }: Extraction, id: string | null): string {
  return entities.find((entity) => entity.id === id)?.name ?? '(nobody)';
}
