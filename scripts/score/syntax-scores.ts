import { readFileSync } from 'node:fs';
import { writeConllu } from '../../src/annotate/conllu/write-conllu.ts';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { type Measure, scoreConllu } from './conllu.ts';
import { annotatedGiven, conlluOfRaw } from './product.ts';
import type { Figures } from './token-scores.ts';
import { rawText } from './treebank.ts';

const MEASURES: readonly Measure[] = ['upos', 'xpos', 'lemma', 'uas', 'las'];

/**
 * Tags, lemmas and trees of a treebank by the definitions of CoNLL 2018: "ewt-dev.gold.las" with its own words and
 * sentences, "ewt-dev.raw.las" from its text.
 */
export async function syntaxScores(name: string, gold: URL, annotate: Annotate): Promise<Figures> {
  const conllu = readFileSync(gold, 'utf8');
  const given = scoreConllu(conllu, writeConllu(await annotatedGiven(annotate, conllu)));
  const raw = scoreConllu(conllu, await conlluOfRaw(annotate, rawText(conllu)));
  return new Map([
    ...MEASURES.map((measure) => [`${name}.gold.${measure}`, given[measure].f1] as const),
    ...MEASURES.map((measure) => [`${name}.raw.${measure}`, raw[measure].f1] as const),
  ]);
}
