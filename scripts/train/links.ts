/**
 * Trains the ranker of sources: `tsx scripts/train/links.ts ../shared/data/attribution/polnear-train.jsonl [articles]`
 * reads articles with the product, learns which of a content's candidates is its source (multinomial logistic
 * regression, full batches, no randomness) and writes `models/links.json`.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { casesOf } from '../../src/annotate/quotations/proposals.ts';
import { quoteMarks } from '../../src/annotate/quotations/quote-marks.ts';
import { FEATURES } from '../../src/annotate/quotations/source-features.ts';
import { sentencesByToken } from '../../src/annotate/quotations/view.ts';
import { sealedRanker } from '../../src/annotate/runtime/ranker.ts';
import { ROOT } from '../../src/config.ts';
import { toUtf16 } from '../score/code-points.ts';
import { productAnnotate } from '../score/product.ts';
import { readAttributed } from '../score/quotation-scores.ts';
import { documentOf } from '../score/treebank.ts';
import { type Choice, learnRanker } from './learn-ranker.ts';

const [file, count = '300'] = process.argv.slice(2) as [string, string?];
const annotate = productAnnotate('quotations');
const choices: Choice[] = [];
const articles = readAttributed(pathToFileURL(file)).slice(0, Number(count));
for (const { text, attributions } of articles) {
  const { layers } = await annotate(documentOf(text));
  const { tokens, sentences } = layers.tokens;
  const view = {
    text,
    ...layers,
    tokens,
    sentences,
    sentenceOf: sentencesByToken(tokens.length, sentences),
    headlines: new Set<number>(),
  };
  const at = toUtf16(text);
  const covered = (ranges: readonly (readonly [number, number])[] | null, first: number, last: number) => {
    const start = tokens[first]!.start;
    const end = tokens[last - 1]!.end;
    let shared = 0;
    for (const [from, to] of ranges ?? []) shared += Math.max(0, Math.min(end, at[to]!) - Math.max(start, at[from]!));
    return shared / (end - start);
  };
  for (const { content, candidates, features } of casesOf(view, quoteMarks(view))) {
    const gold = attributions.find((one) => covered(one.content, content.first, content.last) >= 0.5);
    if (!gold) continue;
    const right = candidates.map(({ first, last }) => covered(gold.source, first, last) >= 0.5);
    // A source that is no candidate teaches nothing of how to choose.
    if (gold.source?.length && !right.includes(true)) continue;
    choices.push({ features, right });
  }
}
const ranker = learnRanker(choices, FEATURES.length);
writeFileSync(new URL('models/links.json', ROOT), sealedRanker(FEATURES, ranker));
console.log(`${articles.length} articles, ${choices.length} contents`);
for (const [at, name] of FEATURES.entries()) console.log(name.padEnd(16), ranker.weights[at]!.toFixed(3));
console.log('none'.padEnd(16), ranker.none.toFixed(3));
