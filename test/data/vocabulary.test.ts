import { describe, expect, test } from '@jest/globals';
import { marked } from '../../src/vocabulary/marked.ts';
import type { EventKind } from '../../src/vocabulary/records.ts';
import { isFormOf } from '../support/is-form-of.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** PLOVER's event types with their modes, as its manual lists them. */
const PLOVER: Readonly<Record<string, readonly string[]>> = {
  AGREE: [],
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'arrest', 'relations', 'expel', 'territory', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize',
    'restrict',
    'censor',
    'curfew',
    'martial-law',
    'arrest',
    'deport',
    'withhold',
    'misinformation',
    'cyber',
  ],
  ASSAULT: [
    'abduct',
    'beat',
    'torture',
    'sexual',
    'targeted',
    'destroy',
    'primitive',
    'firearms',
    'explosives',
    'suicide-attack',
    'aerial',
    'drone',
    'heavy-weapons',
    'crowd-control',
    'unconventional',
  ],
};

const CONTEXTS = [
  'military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal',
  'reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic',
  'territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber',
  'misinformation crime corruption illegal_drugs trafficking',
].flatMap((line) => line.split(' '));

const QUADS = {
  VERBAL_COOPERATION: ['AGREE', 'CONCEDE', 'CONSULT', 'SUPPORT'],
  MATERIAL_COOPERATION: ['AID', 'COOPERATE', 'RETREAT'],
  VERBAL_CONFLICT: ['ACCUSE', 'REJECT', 'REQUEST', 'THREATEN'],
  MATERIAL_CONFLICT: ['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION'],
};

const SAY = 'state claim deny confirm praise blame predict promise threaten order appeal ask decline quote'.split(' ');

const kinds = [...vocabulary.events.values()];
const textOf = (example: EventKind['examples'][number] | EventKind['not'][number]) =>
  typeof example === 'string' ? example : example.text;

describe('event kinds', () => {
  test("are PLOVER's sixteen, with its modes, and OTHER", () => {
    const modes = kinds.map(({ id, modes }) => [id, modes.map((mode) => mode.id)] as const);
    expect(Object.fromEntries(modes)).toEqual({ ...PLOVER, OTHER: [] });
  });

  test('stand in the quad classes of the manual; cooperation scores above zero, conflict not', () => {
    for (const [quad, ids] of Object.entries(QUADS)) {
      expect(kinds.filter((kind) => kind.quad === quad).map(({ id }) => id)).toEqual(ids);
    }
    for (const { quad, score, modes } of kinds) {
      for (const value of [score, ...modes.map((mode) => mode.score)]) {
        if (quad?.endsWith('COOPERATION')) expect(value).toBeGreaterThan(0);
        if (quad === 'MATERIAL_CONFLICT' && value !== undefined) expect(value).toBeLessThan(0);
      }
    }
  });

  test("follow PLOVER's manual in what a later act is called", () => {
    const planned = Object.fromEntries(kinds.map(({ id, plover }) => [id, plover?.planned]).filter(([, code]) => code));
    expect(planned).toEqual({
      CONSULT: 'AGREE',
      SUPPORT: 'AGREE',
      COOPERATE: 'AGREE',
      AID: 'AGREE',
      RETREAT: 'CONCEDE',
      SANCTION: 'THREATEN',
      COERCE: 'THREATEN',
      ASSAULT: 'THREATEN',
      PROTEST: 'THREATEN',
    });
  });

  test('call it a refusal where no help, word or step is given', () => {
    const negated = kinds.filter(({ plover }) => plover?.negated !== undefined);
    expect(negated.map(({ quad }) => quad)).toEqual(negated.map(() => expect.stringMatching(/COOPERATION$/)));
    expect(negated.map(({ plover }) => plover?.negated)).toEqual(negated.map(() => 'REJECT'));
    expect(negated).toHaveLength(kinds.filter(({ quad }) => quad?.endsWith('COOPERATION')).length);
  });

  test.each(kinds)('$id has enough words and sentences, of several shapes', ({ triggers, examples, not }) => {
    expect(triggers.length).toBeGreaterThanOrEqual(30);
    expect(examples.length).toBeGreaterThanOrEqual(10);
    expect(not.length).toBeGreaterThanOrEqual(3);
    const modalities = examples.map((example) =>
      typeof example === 'string' ? 'actual' : (example.modality ?? 'actual'),
    );
    expect(new Set(modalities).size).toBeGreaterThanOrEqual(3);
  });

  test.each(kinds)('$id shows each of its modes and subs at work', ({ modes, examples, triggers, subs = [] }) => {
    const shown = examples.flatMap((example) => marked(textOf(example)).spans.map(({ detail }) => detail));
    for (const { id } of modes) expect(shown).toContain(id);
    for (const { id } of modes) expect(triggers.map(({ mode }) => mode)).toContain(id);
    for (const { id } of subs) expect(triggers.map(({ sub }) => sub)).toContain(id);
  });

  test.each(kinds)('$id lists the trigger of every example, with its mode', ({ examples, triggers }) => {
    const unlisted = examples.map(textOf).filter((example) => {
      const { text, spans } = marked(example);
      const mark = spans.find(({ role }) => role === 'trigger');
      const words = text.slice(mark?.start, mark?.end);
      return !triggers.some(
        ({ lemma, mode }) => isFormOf(words, lemma) && (!mark?.detail || !mode || mode === mark.detail),
      );
    });
    expect(unlisted).toEqual([]);
  });

  test('an object example names the code that follows from its modality, if it names one', () => {
    for (const { id, plover, examples } of kinds) {
      for (const example of examples) {
        if (typeof example === 'string' || example.plover === undefined) continue;
        expect([id, example.plover]).toEqual([id, plover?.[example.modality ?? 'actual'] ?? id]);
      }
    }
  });
});

test('contexts are the 37 of PLOVER, in its order', () => {
  expect([...vocabulary.contexts.keys()]).toEqual(CONTEXTS);
});

test('entity kinds take every label of the name recogniser that can be one', () => {
  const names = [...vocabulary.entities.values()].flatMap((kind) => kind.names);
  expect([...vocabulary.entities.keys()].sort()).toEqual(['Group', 'Organization', 'Person', 'Place']);
  expect(names.sort()).toEqual(['Facility', 'Location', 'NORP', 'Organization', 'Person']);
});

test('the ways of saying are the fourteen, in their order', () => {
  expect([...vocabulary.say.keys()]).toEqual(SAY);
});

test('links are the six of the contract', () => {
  expect([...vocabulary.links.keys()]).toEqual([
    'PART_OF',
    'CAUSES',
    'BEFORE',
    'DURING',
    'ESCALATES_INTO',
    'RESPONDS_TO',
  ]);
});

describe('words', () => {
  test.each([
    ['reporting verbs', vocabulary.reportingVerbs.length, 400],
    ['office titles', vocabulary.officeTitles.length, 200],
    ['abbreviations', vocabulary.abbreviations.length, 240],
    ['agencies', vocabulary.agencies.length, 140],
    ['boilerplate', vocabulary.boilerplate.length, 130],
    ['honorifics', vocabulary.honorifics.length, 60],
    ['same words', vocabulary.sameWords.length, 130],
  ])('%s are not lost', (_name, count, least) => {
    expect(count).toBeGreaterThanOrEqual(least);
  });

  const rankOf = (id: string) => String.fromCharCode(65 + SAY.indexOf(id));
  test.each([
    ['reporting verbs', vocabulary.reportingVerbs.map((cue) => `${rankOf(cue.class)} ${cue.lemma}`)],
    ['office titles', vocabulary.officeTitles.map(({ title }) => title)],
    ['honorifics', vocabulary.honorifics.map(({ form }) => form)],
    ['abbreviations', vocabulary.abbreviations.map(({ form }) => form)],
    ['agencies', vocabulary.agencies.map(({ name }) => name)],
    ['same words', vocabulary.sameWords.map(({ lemmas }) => lemmas[0] as string)],
    ['boilerplate', vocabulary.boilerplate.map(({ kind, form }) => `${kind} ${form}`)],
  ])('%s are sorted', (_name, keys) => {
    expect(keys).toEqual([...keys].sort());
  });

  test('every class of saying has cues, and every cue stands in its example', () => {
    expect(new Set(vocabulary.reportingVerbs.map((cue) => cue.class))).toEqual(new Set(SAY));
    const strays = vocabulary.reportingVerbs.filter(({ lemma, example }) => {
      const { text, spans } = marked(example);
      const cue = spans.find(({ role }) => role === 'cue');
      const parts = lemma.split(' ');
      const words = text.split(/[^\p{L}'-]+/u);
      const first = text.slice(cue?.start, cue?.end).split(' ')[0] as string;
      return !isFormOf(first, parts[0] as string) || !parts.every((part) => words.some((word) => isFormOf(word, part)));
    });
    expect(strays.map(({ lemma }) => lemma)).toEqual([]);
  });

  test('every title stands in its example', () => {
    for (const { title, example } of vocabulary.officeTitles)
      expect(example.toLowerCase()).toContain(`{title:${title.toLowerCase()}}`);
  });

  test('days and months are complete', () => {
    expect(vocabulary.calendar.months.map(({ name }) => name)).toHaveLength(12);
    expect(vocabulary.calendar.weekdays.map(({ plural }) => plural)).toContain('Mondays');
    const dotted = vocabulary.abbreviations
      .filter(({ kind }) => kind === 'month' || kind === 'weekday')
      .map(({ form }) => form);
    const forms = [...vocabulary.calendar.months, ...vocabulary.calendar.weekdays].flatMap((name) => name.forms);
    expect(dotted.filter((form) => !forms.includes(form))).toEqual([]);
  });
});

test('no sentence stands twice in the vocabulary', () => {
  const {
    events,
    entities,
    relations,
    links,
    say,
    reportingVerbs,
    officeTitles,
    honorifics,
    abbreviations,
    sameWords,
  } = vocabulary;
  const sentences = [
    ...[...events.values()].flatMap(({ examples, not }) => [...examples, ...not].map(textOf)),
    ...[...entities.values()].flatMap(({ examples, not }) => [...examples, ...not]),
    ...[...relations.values(), ...links.values()].flatMap(({ examples }) => examples),
    ...[...say.values()].flatMap(({ examples }) => examples),
    ...[...reportingVerbs, ...officeTitles, ...honorifics, ...abbreviations, ...sameWords].map(
      ({ example }) => example,
    ),
  ].map((sentence) => marked(sentence).text);
  expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
});
