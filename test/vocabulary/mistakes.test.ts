import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.ts';
import { VocabularyError } from '../../src/errors.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';

/** A slip of the pen: file, what stood there first, what stands there now, and the line that must tell of it. */
type Slip = readonly [file: string, before: string, after: string, line: string];

const SHAPES: readonly Slip[] = [
  ['events/aid.yaml', 'label: Aid\n', 'label: Aid\nlable: Aid\n', 'no property "lable" (did you mean "label"?)'],
  [
    'events/agree.yaml',
    'quad: VERBAL_COOPERATION',
    'quad: VERBAL',
    'quad: must be one of VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT, null',
  ],
  ['events/accuse.yaml', 'score: -3.0', 'score: -30', 'score: must be >= -10'],
  [
    'events/reject.yaml',
    'pos: VERB }',
    'pos: VERB, modes: yield }',
    'triggers[0]: no property "modes" (did you mean "mode"?)',
  ],
  ['events/coerce.yaml', 'examples:\n', 'examples:\n  - 7\n', 'examples[0]: must be string or object'],
  [
    'events/threaten.yaml',
    'modality: negated',
    'modality: denied',
    'examples[9].modality: must be one of actual, ongoing, planned, conditional, hypothetical, negated',
  ],
  [
    'events/protest.yaml',
    '# yaml-language-server: $schema=../meta/event.schema.json',
    '# Protest',
    'line 1 must be "# yaml-language-server: $schema=../meta/event.schema.json"',
  ],
  ['events/mobilize.yaml', 'id: MOBILIZE', 'id: Mobilize', 'id: must match pattern "^[A-Z][A-Z_]*$"'],
  ['entities/person.yaml', 'plural: People\n', '', "must have required property 'plural'"],
  [
    'links.yaml',
    '- id: PART_OF',
    '- id: [PART_OF',
    'Flow sequence in block collection must be sufficiently indented and end with a ] at line 3, column 3:',
  ],
  ['lexicon/en/abbreviations.yaml', 'ends: often', 'ends: always', '[0].ends: must be one of never, rarely, often'],
  ['lexicon/en/calendar.yaml', 'number: 1,', 'number: 13,', 'months[0].number: must be <= 12'],
];

const REFERENCES: readonly Slip[] = [
  [
    'events/protest.yaml',
    'actor: { kinds: [Person',
    'actor: { kinds: [Persn',
    'roles.actor.kinds[0]: no entity kind "Persn" (did you mean "Person"?)',
  ],
  [
    'events/protest.yaml',
    'lemma: protest, pos: VERB, mode: demo',
    'lemma: protest, pos: VERB, mode: demos',
    'triggers[0].mode: no mode "demos" (did you mean "demo"?)',
  ],
  [
    'events/support.yaml',
    'planned: AGREE',
    'planned: AGREED',
    'plover.planned: no event kind "AGREED" (did you mean "AGREE"?)',
  ],
  ['events/other.yaml', 'plover: null', 'plover: {}', 'plover: must be null where quad is null, and only there'],
  [
    'events/other.yaml',
    'pos: VERB, sub: accident',
    'pos: VERB, sub: acident',
    'triggers[0].sub: no sub "acident" (did you mean "accident"?)',
  ],
  [
    'events/other.yaml',
    'lemma: crash, pos: NOUN, sub: accident',
    'lemma: crash, pos: NOUN',
    'triggers[1]: "crash" must have a sub',
  ],
  [
    'events/other.yaml',
    'subs:\n',
    'subs:\n  - { id: accident, label: Twice, definition: Twice. }\n',
    'subs[1]: "accident" stood at [0] already',
  ],
  [
    'events/consult.yaml',
    'modes:\n',
    'modes:\n  - { id: visit, label: Twice, definition: Twice. }\n',
    'modes[1]: "visit" stood at [0] already',
  ],
  [
    'events/threaten.yaml',
    'triggers:\n',
    'triggers:\n  - { lemma: threaten, pos: VERB }\n',
    'triggers[1]: "threaten VERB" stood at [0] already',
  ],
  [
    'events/mobilize.yaml',
    'lemma: mobilize,',
    'lemma: "mobilize  now",',
    'triggers[0].lemma: words must be separated by one space',
  ],
  [
    'events/assault.yaml',
    'on {time:Monday}."',
    'on {time:Monday."',
    'examples[0]: a mark is not closed: "{time:Monday." at 88',
  ],
  [
    'events/coerce.yaml',
    '{trigger.arrest:detained} {recipient:eleven',
    'detained {recipient:eleven',
    'examples[0]: must have one {trigger:…} mark, has 0',
  ],
  ['events/reject.yaml', '{trigger.meet:', '{trigger.meat:', 'examples[0]: no mode "meat" (did you mean "meet"?)'],
  [
    'events/agree.yaml',
    '{recipient:',
    '{recepient:',
    'examples[0]: no mark "recepient" may stand here (did you mean "recipient"?)',
  ],
  ['events/request.yaml', '{actor:Halvania}', '{actor.state:Halvania}', 'examples[0]: {actor:…} takes no detail'],
  [
    'events/retreat.yaml',
    'plover: CONCEDE }\n',
    'plover: CONCED }\n',
    'examples[11].plover: no event kind "CONCED" (did you mean "CONCEDE"?)',
  ],
  [
    'events/aid.yaml',
    'modality: ongoing }',
    'modality: ongoing, contexts: [helth] }',
    'examples[8].contexts: no context "helth" (did you mean "health"?)',
  ],
  ['events/cooperate.yaml', 'is: AGREE', 'is: AGRE', 'not[0].is: no event kind "AGRE" (did you mean "AGREE"?)'],
  ['events/accuse.yaml', 'is: SANCTION', 'is: ACCUSE', 'not[1].is: is this kind itself'],
  ['events/sanction.yaml', '{trap:sanctioned}', 'sanctioned', 'not[0]: must have one {trap:…} mark, has 0'],
  ['entities/person.yaml', 'names: [Person]', 'names: [NORP]', 'names: "NORP" belongs to another kind already'],
  ['entities/place.yaml', '{entity:Brenholt}', 'Brenholt', 'examples[0]: must have one {entity:…} mark, has 0'],
  ['relations.yaml', 'from: [Person]', 'from: [Person, Robot]', '[0].from: no entity kind "Robot"'],
  [
    'relations.yaml',
    'to: [Place, Organization, Group]\n  toNone: false',
    'to: []\n  toNone: false',
    '[1].to: must not be empty unless toNone is true',
  ],
  [
    'relations.yaml',
    '{from:Halvania} joined',
    'Halvania joined',
    '[2].examples[0]: must have one {from:…} mark, has 0',
  ],
  [
    'links.yaml',
    '- id: PART_OF',
    '- { id: PART_OF, label: is in, definition: Twice., cues: [], examples: ["{from:A raid} in {to:a war}."] }\n- id: PART_OF',
    '[1]: "PART_OF" stood at [0] already',
  ],
  [
    'links.yaml',
    '{cue:part of}',
    '{cues:part of}',
    '[1].examples[0]: no mark "cues" may stand here (did you mean "cue"?)',
  ],
  [
    'say.yaml',
    'speechAct: SUPPORT',
    'speechAct: SUPORT',
    '[4].speechAct: no event kind "SUPORT" (did you mean "SUPPORT"?)',
  ],
  ['say.yaml', '{cue:said}', 'said', '[0].examples[0]: must have one {cue:…} mark, has 0'],
  [
    'contexts.yaml',
    '- { id: military,',
    '- { id: military, label: Arms, definition: Twice. }\n- { id: military,',
    '[1]: "military" stood at [0] already',
  ],
  ['lexicon/en/link-words.yaml', 'link: CAUSES', 'link: CAUSE', '[0].link: no link "CAUSE" (did you mean "CAUSES"?)'],
  [
    'lexicon/en/reporting-verbs.yaml',
    'pos: ADP, class: state',
    'pos: ADP, class: stat',
    '[0].class: no class of saying "stat" (did you mean "state"?)',
  ],
  ['lexicon/en/reporting-verbs.yaml', '{speaker:the pilot}', 'the pilot', '[1].example: must have a {speaker:…} mark'],
  ['lexicon/en/office-titles.yaml', 'title: CFO', 'title: CEO', '[1]: "CEO" stood at [0] already'],
  ['lexicon/en/honorifics.yaml', '{honorific:Baron}', 'Baron', '[0].example: must have one {honorific:…} mark, has 0'],
  ['lexicon/en/abbreviations.yaml', '{abbreviation:A.D.}', '{abbreviation:A.D}.', '[0].example: must mark "A.D."'],
  ['lexicon/en/agencies.yaml', 'forms: [ANI,', 'forms: [ABC,', 'forms[4]: "ABC" stood at [2] already'],
  [
    'lexicon/en/boilerplate.yaml',
    '{furniture:By} Lena',
    'Seen {furniture:By} Lena',
    '[0].example: the mark is not where "prefix" says',
  ],
  [
    'lexicon/en/boilerplate.yaml',
    '{furniture:Last updated}',
    '{furniture:Updated}',
    '[1].example: marks "Updated", not "Last updated"',
  ],
  ['lexicon/en/calendar.yaml', 'number: 2,', 'number: 3,', 'months[1].number: must be 2'],
  ['lexicon/en/calendar.yaml', 'forms: [Feb,', 'forms: [Jan,', 'months[4]: "Jan" stood at [1] already'],
];

/** Files that are not where they should be: moved, or (to null) gone. */
type Move = readonly [file: string, to: string | null, line: string];

const GONE: readonly Move[] = [
  ['say.yaml', null, "schema/say.yaml: ENOENT: no such file or directory, open 'PLACE/schema/say.yaml'"],
];

const MOVED: readonly Move[] = [
  ['events/concede.yaml', 'events/yield.yaml', 'schema/events/yield.yaml: id: the file must be named concede.yaml'],
  ['entities/group.yaml', 'entities/crowd.yaml', 'schema/entities/crowd.yaml: id: the file must be named group.yaml'],
];

/** What a copy of the vocabulary with these slips and moves is refused with. */
function refusal(slips: readonly Slip[], moves: readonly Move[]): { error: unknown; lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-vocabulary-'));
  const at = (file: string) => join(folder, 'schema', file);
  try {
    cpSync(new URL('schema/', ROOT), at(''), { recursive: true });
    for (const [file, before, after] of slips) {
      const text = readFileSync(at(file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} no longer has ${JSON.stringify(before)}`);
      writeFileSync(
        at(file),
        text.replace(before, () => after),
      );
    }
    for (const [file, to] of moves) to === null ? rmSync(at(file)) : renameSync(at(file), at(to));
    loadVocabulary(pathToFileURL(`${folder}/`));
    return { error: null, lines: [] };
  } catch (error) {
    return { error, lines: (error as Error).message.replaceAll(folder, 'PLACE').split('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each([
  ['shapes', SHAPES, GONE],
  ['references', REFERENCES, MOVED],
])('mistakes of %s', (_pass, slips, moves) => {
  let refused: ReturnType<typeof refusal>;
  beforeAll(() => {
    refused = refusal(slips, moves);
  });

  test.each(slips)('%s: %j, now %j', (file, _before, _after, line) => {
    expect(refused.lines).toContain(`schema/${file}: ${line}`);
  });

  test.each(moves)('%s, now %s', (_file, _to, line) => {
    expect(refused.lines).toContain(line);
  });

  test('are all told at once, in one error, and nothing else is', () => {
    expect(refused.error).toBeInstanceOf(VocabularyError);
    expect(refused.error).toMatchObject({ code: 'VOCABULARY_INVALID' });
    const lines = [...slips.map(([file, , , line]) => `schema/${file}: ${line}`), ...moves.map(([, , line]) => line)];
    expect([...refused.lines].sort()).toEqual(lines.sort());
  });
});
