import { loadSentenceModel } from '../../src/annotate/tokens/load-sentence-model.ts';
import { tokens } from '../../src/annotate/tokens/tokens.ts';
import { ROOT } from '../../src/config.ts';
import type { Document } from '../../src/document/document.ts';
import type { TokenLayer } from '../../src/document/layers.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';

/** The tokens step with the data that the product runs it with. */
export function productTokens(): (document: Document) => TokenLayer {
  const model = loadSentenceModel(new URL('models/sentences.json', ROOT));
  const step = tokens({ abbreviations: loadVocabulary(ROOT).abbreviations, model });
  return (document) => step.run(document, {}) as TokenLayer;
}
