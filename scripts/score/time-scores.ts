import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { toUtf16 } from './code-points.ts';
import { type Claimed, reliability } from './reliability.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';

interface Timex {
  readonly b: number;
  readonly e: number;
  readonly type: string;
  readonly value: string;
  readonly confidence?: number;
}

interface Article {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

/** Half of the articles, by hash: rules are written with `tune` in sight, judged on `held`. */
type Half = 'tune' | 'held';

/** Times by the definitions of score_times.py over several files: strict, relaxed and value F1. `misses` gets lines to read. */
export async function timeScores(
  name: string,
  files: readonly URL[],
  half: Half,
  annotate: Annotate,
  misses: string[] = [],
  claims: Claimed[] = [],
): Promise<Figures> {
  let [gold, given, strict, relaxed, value] = [0, 0, 0, 0, 0];
  for (const article of files.flatMap(articlesIn)) {
    if (halfOf(article.id) !== half) continue;
    const at = toUtf16(article.text);
    const { layers } = await annotate({ ...documentOf(article.text), publishedAt: article.date });
    const wanted = article.timexes.map((each) => ({ ...each, b: at[each.b]!, e: at[each.e]! }));
    const found = layers.times.times.map(({ start, end, type, value: said, confidence, rule }) => ({
      b: start,
      e: end,
      type,
      value: said,
      confidence,
      rule,
    }));
    gold += wanted.length;
    given += found.length;
    const words = ({ b, e }: Timex) => article.text.slice(b, e).replace(/\s+/g, ' ');
    const pairs = matched(wanted, found);
    for (const [one, other] of pairs) {
      relaxed++;
      if (one.b === other.b && one.e === other.e) strict++;
      else misses.push(`SPAN "${words(one)}" given "${words(other)}"`);
      if (one.value === other.value) value++;
      else misses.push(`VALUE ${article.date} "${words(one)}" ${one.value} given "${words(other)}" ${other.value}`);
    }
    for (const one of found) {
      const isRight = pairs.some(([wish, each]) => each === one && wish.value === one.value);
      claims.push([one.confidence, isRight, one.rule, one.type]);
    }
    for (const one of wanted)
      if (!pairs.some(([each]) => each === one)) misses.push(`MISSED "${words(one)}" ${one.value}`);
    for (const one of found)
      if (!pairs.some(([, each]) => each === one)) misses.push(`SPURIOUS "${words(one)}" ${one.value}`);
  }
  console.log(reliability(`${name}-${half}.value`, claims));
  const f1 = (right: number) => (200 * right) / Math.max(1, gold + given);
  return new Map([
    [`${name}-${half}.strict`, f1(strict)],
    [`${name}-${half}.relaxed`, f1(relaxed)],
    [`${name}-${half}.value`, f1(value)],
  ]);
}

function articlesIn(file: URL): Article[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Article);
}

function halfOf(id: string): Half {
  return createHash('sha256').update(id).digest()[0]! % 2 === 0 ? 'tune' : 'held';
}

/** Overlapping pairs, each time once: the same span first, then the largest overlap, then by order. */
function matched(wanted: readonly Timex[], found: readonly Timex[]): [Timex, Timex][] {
  const pairs = wanted.flatMap((one) =>
    found.flatMap((other) => {
      const overlap = Math.min(one.e, other.e) - Math.max(one.b, other.b);
      return overlap > 0 ? [{ one, other, overlap, isExact: one.b === other.b && one.e === other.e }] : [];
    }),
  );
  pairs.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.overlap - a.overlap);
  const used = new Set<Timex>();
  return pairs.flatMap(({ one, other }) => {
    if (used.has(one) || used.has(other)) return [];
    used.add(one).add(other);
    return [[one, other] as [Timex, Timex]];
  });
}
