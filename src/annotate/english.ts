import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { entities } from './entities/entities.ts';
import type { AnyStep } from './pipeline.ts';
import { loadReader } from './reading/load-reader.ts';
import { reading } from './reading/reading.ts';
import { lanes } from './runtime/lanes.ts';
import { syntax } from './syntax/syntax.ts';
import { loadSentenceModel } from './tokens/load-sentence-model.ts';
import { tokens } from './tokens/tokens.ts';

/**
 * English: THE list of steps, in the order in which they run. `models` is the folder of trained models; the language
 * model runs on at most as many threads as `threads` says.
 * @throws ConfigError where a model is absent or damaged.
 */
export function english(vocabulary: Vocabulary, models: URL, { threads = 2 } = {}): readonly AnyStep[] {
  const reader = loadReader(models);
  const run = lanes(reader.graph, threads);
  return [
    // Everything else counts in words and sentences.
    tokens({ abbreviations: vocabulary.abbreviations, model: loadSentenceModel(new URL('sentences.json', models)) }),
    // One pass of the language model says of each word what it is; the steps below it only arrange that.
    reading(reader, run(reader.graph)),
    syntax,
    entities(vocabulary),
  ];
}
