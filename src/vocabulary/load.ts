import { readdirSync, readFileSync } from 'node:fs';
import { VocabularyError } from '../errors.ts';
import { check } from './check.ts';
import { deepFreeze } from './deep-freeze.ts';
import { type ReadShape, shapeReader } from './shape-reader.ts';
import type { Sourced, Sources } from './sources.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Reads `schema/` below `root` in two passes, shapes and then references, and freezes it.
 * Throws VocabularyError `VOCABULARY_INVALID` with one line for each problem of the pass that failed; nothing is half-loaded.
 */
export function loadVocabulary(root: URL): Vocabulary {
  const problems: string[] = [];
  const sources = readSources(root, shapeReader(root, problems), problems);
  if (sources === null) throw invalid(root, problems);
  const faults = check(sources);
  if (faults.length > 0) throw invalid(root, faults);
  return deepFreeze({
    events: byId(sources.events.map(({ data }) => data)),
    contexts: byId(sources.contexts.data),
    entities: byId(sources.entities.map(({ data }) => data)),
    relations: byId(sources.relations.data),
    links: byId(sources.links.data),
    say: byId(sources.say.data),
    reportingVerbs: sources.reportingVerbs.data,
    officeTitles: sources.officeTitles.data,
    honorifics: sources.honorifics.data,
    nouns: sources.nouns.data,
    givenNames: sources.givenNames.data,
    nicknames: sources.nicknames.data,
    abbreviations: sources.abbreviations.data,
    agencies: sources.agencies.data,
    boilerplate: sources.boilerplate.data,
    calendar: sources.calendar.data,
    times: sources.times.data,
    linkWords: sources.linkWords.data,
    placeWords: sources.placeWords.data,
    relationWords: sources.relationWords.data,
    contextWords: sources.contextWords.data,
    eventWords: sources.eventWords.data,
    sameWords: sources.sameWords.data,
    extractionSchema: JSON.parse(readFileSync(new URL('schema/extraction.schema.json', root), 'utf8')) as object,
  });
}

/** Every file with its shape checked; null where a problem was noted. */
function readSources(root: URL, read: ReadShape, problems: string[]): Sources | null {
  const folder = (name: string, meta: string) =>
    readdirSync(new URL(`schema/${name}/`, root))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => read(`schema/${name}/${file}`, meta));
  const list = (name: string) => read(`schema/${name}.yaml`, name);
  const words = (name: string) => read(`schema/lexicon/en/${name}.yaml`, name);
  const sources = {
    events: folder('events', 'event'),
    entities: folder('entities', 'entity'),
    contexts: list('contexts'),
    relations: list('relations'),
    links: list('links'),
    say: list('say'),
    reportingVerbs: words('reporting-verbs'),
    officeTitles: words('office-titles'),
    honorifics: words('honorifics'),
    nouns: words('nouns'),
    givenNames: words('given-names'),
    nicknames: words('nicknames'),
    abbreviations: words('abbreviations'),
    agencies: words('agencies'),
    boilerplate: words('boilerplate'),
    calendar: words('calendar'),
    times: words('times'),
    linkWords: words('link-words'),
    placeWords: words('place-words'),
    relationWords: words('relation-words'),
    contextWords: words('context-words'),
    eventWords: words('event-words'),
    sameWords: words('same-words'),
  } satisfies Record<keyof Sources, Sourced<unknown> | null | (Sourced<unknown> | null)[]>;
  // Each file has the shape of its meta-schema, from which the record types are made.
  return problems.length === 0 ? (sources as unknown as Sources) : null;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function invalid(root: URL, problems: readonly string[]): VocabularyError {
  return new VocabularyError('VOCABULARY_INVALID', problems.join('\n'), {
    hint: 'correct the lines named above; an editor with a YAML language server shows them in place',
    place: new URL('schema/', root).pathname,
  });
}
