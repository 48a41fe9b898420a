import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { extractionValidator } from '../../src/knowledge/validate.ts';
import { anExtraction } from '../support/an-extraction.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/extraction.schema.json', import.meta.url), 'utf8'));
const validate = extractionValidator(schema);

const TEXT = 'The mayor blamed the port on Monday.';
/** One of everything, so that every part of the contract is checked. */
function full(): Extraction {
  const base = anExtraction({ id: 'a', text: TEXT });
  const span = { start: 4, end: 9 };
  const found = { rule: 'by-hand', confidence: 0.9 };
  return {
    ...base,
    entities: [
      {
        id: 'e1',
        type: 'Person',
        name: 'the mayor',
        aliases: [],
        country: null,
        gazetteer: null,
        mentions: [{ ...span, form: 'nominal' }],
        ...found,
      },
      {
        id: 'e2',
        type: 'Organization',
        name: 'the port',
        aliases: [{ name: 'the port', start: 17, end: 25 }],
        country: { code: 'FIN', start: null, end: null },
        gazetteer: null,
        mentions: [],
        ...found,
      },
    ],
    times: [
      {
        id: 't1',
        start: 29,
        end: 35,
        type: 'DATE',
        value: '2024-02-12',
        edtf: '2024-02-12',
        earliest: '2024-02-12',
        latest: '2024-02-12',
        basis: 'relative',
        ...found,
      },
    ],
    statements: [
      {
        id: 's1',
        kind: 'indirect',
        speaker: 'e1',
        source: span,
        cue: { start: 10, end: 16, lemma: 'blame', class: 'blame' },
        content: [{ start: 17, end: 25 }],
        audience: [],
        setting: null,
        within: null,
        about: [{ target: 'e2', stance: 'critical', denied: false, start: 17, end: 25 }],
        saidAt: 't1',
        ...found,
      },
    ],
    events: [
      {
        id: 'v1',
        type: 'ACCUSE',
        lemma: 'blame',
        mode: null,
        contexts: [],
        plover: 'ACCUSE',
        trigger: { start: 10, end: 16 },
        mentions: [{ start: 10, end: 16 }],
        start: 0,
        end: 35,
        time: 't1',
        timeBasis: 'clause',
        place: null,
        placeSpan: null,
        placeBasis: null,
        participants: [{ entity: 'e1', role: 'actor', quantity: null, ...span }],
        modality: 'actual',
        vouchers: [{ statement: null, modality: 'actual' }],
        speechAct: 's1',
        ...found,
      },
    ],
    links: [{ type: 'BEFORE', from: 'v1', to: 'v1', negated: false, statement: null, start: 0, end: 5, ...found }],
    relations: [
      {
        type: 'LEADS',
        from: 'e1',
        to: 'e2',
        label: null,
        validFrom: null,
        validTo: null,
        negated: false,
        start: 0,
        end: 5,
        statement: 's1',
        ...found,
      },
    ],
  };
}

/** The faults of an extraction after a change, as the error tells them. */
function faultAfter(change: (extraction: any) => void): string {
  const extraction = structuredClone(full());
  change(extraction);
  try {
    validate(extraction);
  } catch (error) {
    return `${(error as { code: string }).code} ${(error as Error).message}`;
  }
  return 'valid';
}

test('one of everything is valid', () => {
  expect(validate(full())).toEqual(full());
});

describe('what is refused', () => {
  test.each([
    ['an absent key', (e: any) => delete e.events[0].place, "must have required property 'place'"],
    ['an unknown key', (e: any) => (e.links[0].why = 'because'), 'must NOT have additional properties'],
    [
      'an unknown word',
      (e: any) => (e.statements[0].kind = 'spoken'),
      '/statements/0/kind must be equal to one of the allowed values',
    ],
    [
      'a padded date',
      (e: any) => (e.article.publishedAt = '2024-02-15T00:00'),
      '/article/publishedAt must match pattern',
    ],
    [
      'a span outside the text',
      (e: any) => (e.events[0].end = 99),
      '/events/0 span [0, 99) is empty or outside the text',
    ],
    ['an empty span', (e: any) => (e.entities[0].mentions[0].end = 4), '/entities/0/mentions/0 span [4, 4)'],
    ['half a span', (e: any) => (e.times[0].end = null), '/times/0 has one end of a span only'],
    ['an id twice', (e: any) => (e.entities[1].id = 'e1'), '/entities/1/id "e1" is used twice'],
    ['a speaker who is nobody', (e: any) => (e.statements[0].speaker = 'e9'), '/statements/0/speaker no such id "e9"'],
    ['a link to nowhere', (e: any) => (e.links[0].to = 'v2'), '/links/0/to no such id "v2"'],
    ['a relation from nobody', (e: any) => (e.relations[0].from = 'e7'), '/relations/0/from no such id "e7"'],
    [
      'overlapping segments',
      (e: any) => e.article.segments.push({ kind: 'paragraph', start: 3, end: 9 }),
      '/article/segments/1 overlaps',
    ],
    [
      'words in no segment',
      (e: any) => (e.article.segments[0].end = 20),
      '/article/segments leaves the last words out',
    ],
  ])('%s', (_what, change, fault) => {
    expect(faultAfter(change)).toContain(`EXTRACTION_INVALID not a valid extraction: `);
    expect(faultAfter(change)).toContain(fault);
  });

  test('what is no extraction at all', () => {
    expect(() => validate(null)).toThrow('must be object');
  });
});

test('every field of the contract is described', () => {
  const bare: string[] = [];
  const visit = (node: any, pointer: string) => {
    for (const [name, child] of Object.entries<any>(node.properties ?? {})) {
      if (!child.description && !child.$ref) bare.push(`${pointer}/${name}`);
      visit(child, `${pointer}/${name}`);
      for (const part of child.anyOf ?? []) visit(part, `${pointer}/${name}`);
      if (child.items) visit(child.items, `${pointer}/${name}`);
    }
  };
  visit(schema, '');
  for (const [name, definition] of Object.entries(schema.$defs)) visit(definition, name);
  expect(bare).toEqual([]);
});
