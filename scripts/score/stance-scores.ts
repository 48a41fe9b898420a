import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { modelStance, STANCES } from '../../src/annotate/statements/stance.ts';
import { toUtf16 } from './code-points.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';

interface Row {
  readonly primary_gid: string;
  readonly sentence_normalized: string;
  readonly targets: readonly { readonly from: number; readonly to: number; readonly polarity: number }[];
}

/** NewsMTSC's polarity in our words. */
const POLARITY: Readonly<Record<number, string>> = { 6: 'supportive', 2: 'critical', 4: 'neutral' };

/** Macro-F1 of the stance toward a target, on the fifth of the articles that the story model has not learned from. */
export async function stanceScores(name: string, file: URL, annotate: Annotate): Promise<Figures> {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
  const counts = new Map(STANCES.map((stance) => [stance as string, { right: 0, given: 0, gold: 0 }]));
  for (const { primary_gid, sentence_normalized: text, targets } of rows) {
    if (!isHeldOut(primary_gid)) continue;
    const { layers } = await annotate(documentOf(text));
    const { tokens } = layers.tokens;
    const at = toUtf16(text);
    for (const { from, to, polarity } of targets) {
      const gold = POLARITY[polarity];
      const first = tokens.findIndex(({ end }) => end > at[from]!);
      const last = tokens.findLastIndex(({ start }) => start < at[to]!) + 1;
      if (gold === undefined || first < 0 || last <= first) continue;
      const given = modelStance(layers, { first, last });
      counts.get(given)!.given++;
      counts.get(gold)!.gold++;
      if (given === gold) counts.get(gold)!.right++;
    }
  }
  const f1 = [...counts.values()].map(({ right, given, gold }) => (200 * right) / Math.max(1, given + gold));
  return new Map([[`${name}.stance`, f1.reduce((sum, each) => sum + each, 0) / f1.length]]);
}

/** As scripts/train/story_sets.py draws it: by a hash of the article, so that no story is on both sides. */
function isHeldOut(gid: string): boolean {
  const article = /^(?:allsides_\d+_\d+|polusa_v1_\d+)/.exec(gid)?.[0] ?? gid;
  return BigInt(`0x${createHash('sha256').update(article).digest('hex')}`) % 5n === 0n;
}
