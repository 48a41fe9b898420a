/**
 * Trains the ranker of antecedents: `tsx scripts/train/antecedents.ts ../shared/data/syntax/gum-train.conllu` reads the
 * documents with the product, learns which earlier mention a mention refers to, and writes `models/antecedents.json`.
 * GUM's wikiHow and fiction texts are left out (a non-commercial clause).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { candidatesOf, touch } from '../../src/annotate/coreference/chains.ts';
import { learn, mayJoin, noFacts } from '../../src/annotate/coreference/constraints.ts';
import { detectMentions } from '../../src/annotate/coreference/detect-mentions.ts';
import { PAIR_FEATURES, pairFeatures } from '../../src/annotate/coreference/pair-features.ts';
import { sealedRanker } from '../../src/annotate/runtime/ranker.ts';
import { ROOT } from '../../src/config.ts';
import { coreferenceParts, spanOf } from '../score/coreference-scores.ts';
import { gumDocuments } from '../score/gum-entities.ts';
import { annotatedGiven, productAnnotate } from '../score/product.ts';
import { type Choice, learnRanker } from './learn-ranker.ts';

const [file, every = '2'] = process.argv.slice(2) as [string, string?];
const place = new URL('models/antecedents.json', ROOT);
// A ranker of other features cannot be loaded: the product's steps before it need none.
writeFileSync(place, sealedRanker(PAIR_FEATURES, { weights: PAIR_FEATURES.map(() => 0), none: 0 }));
const annotate = productAnnotate('quotations');
const { words, viewOf } = coreferenceParts();
const choices: Choice[] = [];
const documents = gumDocuments(readFileSync(pathToFileURL(file), 'utf8'), (id) => !/GUM_(?:whow|fiction)_/.test(id));
for (const document of documents.filter((_, at) => at % Number(every) === 0)) {
  const view = viewOf(await annotatedGiven(annotate, document.conllu));
  const mentions = detectMentions(view, words);
  const gold = new Map<string, number>();
  for (const [number, chain] of document.chains.entries())
    for (const { first, last } of chain) gold.set(`${first} ${last}`, number);
  const goldAt = mentions.map((mention) => gold.get(spanOf(view, mention)));
  const latest = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const [at, mention] of mentions.entries()) {
    const chain = goldAt[at];
    const known = new Map(latest);
    if (chain !== undefined) {
      sizes.set(chain, (sizes.get(chain) ?? 0) + 1);
      touch(latest, chain, at, sizes.get(chain)! > 1 || mention.form === 'name');
    }
    if (mention.form === 'name' || mention.relative) continue;
    const candidates = [...candidatesOf(mentions, at, known).entries()].filter(([, back]) => {
      const before = mentions[back]!;
      const facts = noFacts();
      learn(view, facts, before);
      return mayJoin(view, mention, before, facts);
    });
    choices.push({
      features: candidates.map(([gap, back]) => pairFeatures(view, mention, mentions[back]!, gap)),
      right: candidates.map(([, back]) => chain !== undefined && goldAt[back] === chain),
    });
  }
}
/** Taken from the score of nobody: of the many mentions that stand alone it learns too much caution. Chosen on gum-dev. */
const BOLDNESS = 2;

const learned = learnRanker(choices, PAIR_FEATURES.length);
const ranker = { ...learned, none: Math.round(1e4 * (learned.none - BOLDNESS)) / 1e4 };
writeFileSync(place, sealedRanker(PAIR_FEATURES, ranker));
console.log(`${documents.length} documents, ${choices.length} mentions`);
for (const [at, name] of PAIR_FEATURES.entries()) console.log(name.padEnd(16), ranker.weights[at]!.toFixed(3));
console.log('none'.padEnd(16), ranker.none.toFixed(3));
