import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { AnyStep } from './pipeline.ts';
import { loadSentenceModel } from './tokens/load-sentence-model.ts';
import { tokens } from './tokens/tokens.ts';

/**
 * English: THE list of steps, in the order in which they run. `models` is the folder of trained models.
 * @throws ConfigError where a model is absent or damaged.
 */
export function english(vocabulary: Vocabulary, models: URL): readonly AnyStep[] {
  return [
    // Everything else counts in words and sentences.
    tokens({ abbreviations: vocabulary.abbreviations, model: loadSentenceModel(new URL('sentences.json', models)) }),
  ];
}
