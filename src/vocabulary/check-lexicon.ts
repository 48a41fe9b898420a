import { unknown } from './check-events.ts';
import { duplicates } from './duplicates.ts';
import type { Boilerplate } from './records.ts';
import { type Marks, sentenceFaults } from './sentences.ts';
import type { Sourced, Sources } from './sources.ts';

const MODAL = /^(?:governor|quality|preposition)$/;
const CUE = { once: ['cue'], any: ['speaker', 'content', 'target', 'audience'] };

/** What the word lists get wrong, by themselves and about the ways of saying: one line each. */
export function checkLexicon(sources: Sources): string[] {
  const classes = sources.say.data.map(({ id }) => id);
  return [
    ...list(sources.reportingVerbs, ({ lemma, pos, class: id }) => [lemma, pos, id].filter(Boolean).join(' '), CUE),
    ...entries(sources.reportingVerbs, (cue) => [
      ...unknown('class', 'class of saying', cue.class, classes),
      // An adverb ("allegedly") hides its speaker.
      ...(cue.pos === 'ADV' || cue.example.includes('{speaker:') ? [] : ['example: must have a {speaker:…} mark']),
    ]),
    ...list(sources.officeTitles, ({ title }) => title, { once: ['title', 'person'], any: ['of'] }),
    ...nounFaults(sources),
    ...list(sources.givenNames, ({ gender }) => gender, { once: ['person'] }),
    ...list(sources.nicknames, ({ of }) => of, { once: ['person'] }),
    ...list(sources.honorifics, ({ form }) => form, { once: ['honorific', 'person'] }),
    ...list(sources.abbreviations, ({ form }) => form, { once: ['abbreviation'] }),
    ...entries(sources.abbreviations, ({ form, example }) =>
      example.includes(`{abbreviation:${form}}`) ? [] : [`example: must mark "${form}"`],
    ),
    ...list(sources.boilerplate, ({ kind, form }) => `${kind} ${form}`, { once: ['furniture'] }),
    ...entries(sources.boilerplate, furnitureFaults),
    ...agencyFaults(sources),
    ...calendarFaults(sources),
    ...timeFaults(sources),
    ...placeFaults(sources),
    ...cueFaults(sources),
    ...eventWordFaults(sources),
    ...sameWordFaults(sources),
  ].sort();
}

/** A list of words whose entries differ and whose examples carry these marks. */
function list<T extends { readonly example: string }>(
  file: Sourced<readonly T[]>,
  keyOf: (entry: T) => string,
  marks: Marks,
): string[] {
  return [
    ...duplicates(file.data, keyOf).map((line) => `${file.path}: ${line}`),
    ...entries(file, ({ example }) => sentenceFaults(example, marks).faults.map((line) => `example: ${line}`)),
  ];
}

function entries<T>({ path, data }: Sourced<readonly T[]>, faultsOf: (entry: T) => readonly string[]): string[] {
  return data.flatMap((entry, index) => faultsOf(entry).map((line) => `${path}: [${index}].${line}`));
}

/** The marked words must be the form, and stand where `match` says. */
function furnitureFaults({ form, match, exact, example }: Boilerplate): string[] {
  const { faults, text, spans } = sentenceFaults(example, { once: ['furniture'] });
  const mark = spans[0];
  if (faults.length > 0 || !mark) return [];
  const words = text.slice(mark.start, mark.end);
  const isForm = exact ? words === form : words.toLowerCase() === form.toLowerCase();
  const atStart = match === 'contains' || match === 'suffix' || mark.start === 0;
  const atEnd = match === 'contains' || match === 'prefix' || mark.end === text.length;
  return [
    ...(isForm ? [] : [`example: marks "${words}", not "${form}"`]),
    ...(atStart && atEnd ? [] : [`example: the mark is not where "${match}" says`]),
  ];
}

/** A noun is of one kind. */
function nounFaults({ nouns }: Sources): string[] {
  const all = nouns.data.flatMap((list) => list.nouns);
  return [
    ...duplicates(all, (noun) => noun).map((line) => `${nouns.path}: ${line}`),
    ...list(nouns, ({ example }) => example, { once: ['noun'] }),
  ];
}

function agencyFaults({ agencies: { path, data } }: Sources): string[] {
  const forms = data.flatMap((agency) => agency.forms);
  return [
    ...duplicates(data, ({ name }) => name),
    ...duplicates(forms, (form) => form).map((line) => `forms${line}`),
  ].map((line) => `${path}: ${line}`);
}

function calendarFaults({ calendar: { path, data } }: Sources): string[] {
  return (['months', 'weekdays'] as const).flatMap((part) => {
    const names = data[part];
    const words = names.flatMap(({ name, forms }) => [name, ...forms]);
    return [
      ...names.flatMap(({ number }, index) =>
        number === index + 1 ? [] : [`[${index}].number: must be ${index + 1}`],
      ),
      ...duplicates(words, (word) => word),
    ].map((line) => `${path}: ${part}${line}`);
  });
}

/** A word of time has one meaning in its list. */
function timeFaults({ times: { path, data } }: Sources): string[] {
  const lists = {
    numbers: data.numbers.map(({ word }) => word),
    ordinals: data.ordinals.map(({ word }) => word),
    units: data.units.flatMap(({ forms }) => forms),
    shifts: data.shifts.map(({ word }) => word),
    distances: data.distances.map(({ word }) => word),
    holidays: data.holidays.flatMap(({ forms }) => forms),
    vague: data.vague.map(({ word }) => word),
  };
  return Object.entries(lists).flatMap(([name, words]) =>
    duplicates(words, (word) => word).map((line) => `${path}: ${name}${line}`),
  );
}

/** A word leads to a place where it says through which prepositions, and only there. */
function placeFaults({ placeWords }: Sources): string[] {
  const all = placeWords.data.flatMap(({ form, words }) => words.map((word) => `${form} ${word}`));
  return [
    ...duplicates(all, (word) => word).map((line) => `${placeWords.path}: ${line}`),
    ...list(placeWords, ({ example }) => example, { once: ['place'] }),
    ...entries(placeWords, ({ form, with: links }) =>
      (form === 'before') === (links !== undefined) ? [] : ['with: stands in the form before, and only there'],
    ),
  ];
}

/** What link, relation and context words announce must be a kind that there is. */
function cueFaults({ linkWords, relationWords, contextWords, links, relations, contexts, events }: Sources): string[] {
  const ids = (kinds: readonly { readonly id: string }[]) => kinds.map(({ id }) => id);
  const types = events.map(({ data }) => data.id);
  return [
    ...list(linkWords, keyOfCue, { once: ['from', 'cue', 'to'] }),
    ...list(relationWords, keyOfCue, { once: ['from', 'to'], any: ['label'] }),
    ...list(contextWords, ({ context }) => context, { once: ['event', 'word'] }),
    ...entries(linkWords, (cue) => [
      ...unknown('link', 'link', cue.link, ids(links.data)),
      ...(cue.types ?? []).flatMap((type) => unknown('types', 'event kind', type, types)),
    ]),
    ...entries(relationWords, ({ relation }) => unknown('relation', 'relation', relation, ids(relations.data))),
    ...entries(contextWords, ({ context }) => unknown('context', 'context', context, ids(contexts.data))),
  ];
}

/** A word has one use of a kind, and those of modal uses say which modality. */
function eventWordFaults({ eventWords }: Sources): string[] {
  const all = eventWords.data.flatMap(({ use, words }) => words.map((word) => `${use} ${word}`));
  return [
    ...duplicates(all, (word) => word).map((line) => `${eventWords.path}: ${line}`),
    ...list(eventWords, ({ example }) => example, { once: ['word', 'event'] }),
    ...entries(eventWords, ({ use, modality }) =>
      MODAL.test(use) === (modality !== undefined) ? [] : ['modality: stands with a governor, quality or preposition'],
    ),
  ];
}

/** No two entries say the same of the same words. */
function keyOfCue(cue: { readonly form: string; readonly words: readonly string[]; readonly from?: string }): string {
  return [cue.form, cue.from, ...cue.words].join(' ');
}

/** A word tells of one happening. */
function sameWordFaults({ sameWords }: Sources): string[] {
  const all = sameWords.data.flatMap(({ lemmas }) => lemmas);
  return [
    ...duplicates(all, (lemma) => lemma).map((line) => `${sameWords.path}: ${line}`),
    ...list(sameWords, ({ lemmas }) => lemmas[0] as string, { once: ['event'] }),
  ];
}
