import { gazetteer } from '../vocabulary/gazetteer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { coreference } from './coreference/coreference.ts';
import { PAIR_FEATURES } from './coreference/pair-features.ts';
import { entities } from './entities/entities.ts';
import { events } from './events/events.ts';
import { links } from './links/links.ts';
import type { AnyStep } from './pipeline.ts';
import { quotations } from './quotations/quotations.ts';
import { FEATURES as LINK_FEATURES } from './quotations/source-features.ts';
import { loadReader } from './reading/load-reader.ts';
import { reading } from './reading/reading.ts';
import { relations } from './relations/relations.ts';
import { lanes } from './runtime/lanes.ts';
import { loadRanker } from './runtime/ranker.ts';
import { loadSureness } from './runtime/sureness.ts';
import { eventTargets } from './statements/event-targets.ts';
import { statements } from './statements/statements.ts';
import { loadStory } from './story/load-story.ts';
import { story } from './story/story.ts';
import { syntax } from './syntax/syntax.ts';
import { times } from './times/times.ts';
import { loadSentenceModel } from './tokens/load-sentence-model.ts';
import { tokens } from './tokens/tokens.ts';

/**
 * English: THE list of steps, in the order in which they run. `models` is the folder of trained models; the language
 * model runs on at most as many threads as `threads` says.
 * @throws ConfigError where a model is absent or damaged.
 */
export function english(vocabulary: Vocabulary, models: URL, { threads = 2 } = {}): readonly AnyStep[] {
  const reader = loadReader(models);
  const second = loadStory(models);
  const ranker = loadRanker(new URL('links.json', models), LINK_FEATURES);
  const antecedents = loadRanker(new URL('antecedents.json', models), PAIR_FEATURES);
  const sureness = loadSureness(new URL('confidence.json', models));
  const places = gazetteer(new URL('../', models));
  const run = lanes(reader.graph, threads);
  return [
    // Everything else counts in words and sentences.
    tokens({ abbreviations: vocabulary.abbreviations, model: loadSentenceModel(new URL('sentences.json', models)) }),
    // One pass of the language model says of each word what it is; the steps below it only arrange that.
    reading(reader, run(reader.graph)),
    syntax,
    times(vocabulary, sureness.times),
    entities(vocabulary, places),
    // A second pass, over windows of several sentences: quotations and pronouns do not end where sentences do.
    story(second, reader.cut, run(second.graph)),
    quotations(vocabulary, ranker),
    // After the quotations: within them "I" is whoever speaks.
    coreference(vocabulary, places, antecedents),
    statements(vocabulary),
    // After them: an event is vouched for by a statement and stands at a time.
    events(vocabulary, sureness.events),
    // What is said of events, and how one hangs on another, once they are known.
    eventTargets(vocabulary),
    links(vocabulary),
    relations(vocabulary, sureness.relations),
  ];
}
