import { readConllu } from '../../src/annotate/conllu/read-conllu.ts';
import { writeConllu } from '../../src/annotate/conllu/write-conllu.ts';
import { english } from '../../src/annotate/english.ts';
import { type Annotate, pipeline, stepsFor } from '../../src/annotate/pipeline.ts';
import { loadSentenceModel } from '../../src/annotate/tokens/load-sentence-model.ts';
import { tokens } from '../../src/annotate/tokens/tokens.ts';
import { ROOT } from '../../src/config.ts';
import type { Document } from '../../src/document/document.ts';
import type { Annotated, LayerName, TokenLayer } from '../../src/document/layers.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';
import { documentOf } from './treebank.ts';

/** The tokens step with the data that the product runs it with. */
export function productTokens(): (document: Document) => TokenLayer {
  const model = loadSentenceModel(new URL('models/sentences.json', ROOT));
  const step = tokens({ abbreviations: loadVocabulary(ROOT).abbreviations, model });
  return (document) => step.run(document, {}) as TokenLayer;
}

/** The product's steps up to a layer, or all, with the data that the product runs them with. */
export function productAnnotate(layer?: LayerName): Annotate {
  const steps = english(loadVocabulary(ROOT), new URL('models/', ROOT));
  return pipeline(layer ? stepsFor(layer, steps) : steps);
}

/** Annotates raw text, as `dateline annotate --format conllu` does. */
export async function conlluOfRaw(annotate: Annotate, text: string): Promise<string> {
  return writeConllu(await annotate(documentOf(text)));
}

/** Annotates words and sentences that are given, as `dateline annotate --input conllu` does. */
export async function annotatedGiven(annotate: Annotate, conllu: string): Promise<Annotated> {
  const { text, segments, tokens: given } = readConllu(conllu, 'gold');
  return annotate({ ...documentOf(''), text, segments }, { tokens: given });
}
