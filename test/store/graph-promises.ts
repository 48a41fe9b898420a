import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../src/knowledge/decision.ts';
import { ALL_EVENTS, ALL_STATEMENTS } from '../../src/knowledge/everything.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import type { EventFilter, Page, StatementFilter } from '../../src/knowledge/questions.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { openScratch } from '../../src/store/open.ts';
import { aStory, type Story } from '../support/a-story.ts';
import { collected } from '../support/collected.ts';

export const PAGE: Page = { first: 50, after: null, descending: false };

const MARA = 'Mara Oduya';
const PIET = 'Piet Lorne';
const TOWN = 'Karsholm';
const town: NonNullable<Story['entities']>[number] = ['Place', TOWN, { country: 'AUT', gazetteer: 'geonames:1' }];
const person = (name: string): NonNullable<Story['entities']>[number] => ['Person', name, {}];
const protest = (on: string | undefined, more: object = {}) => ({
  type: 'PROTEST',
  trigger: 'protest',
  at: TOWN,
  ...(on && { on }),
  ...more,
});

/** What every store promises of the graph; `subject` gives the store of the running test. */
export function graphPromises(subject: () => GraphStore): void {
  const add = (...stories: Story[]) => subject().remember(stories.map(aStory));
  const events = async (filter: Partial<EventFilter> = {}, page: Partial<Page> = {}) =>
    (await subject().timeline({ ...ALL_EVENTS, ...filter }, { ...PAGE, ...page })).items.map(({ item }) => item);
  const statements = async (filter: Partial<StatementFilter> = {}, page: Partial<Page> = {}) =>
    (await subject().statements({ ...ALL_STATEMENTS, ...filter }, { ...PAGE, ...page })).items.map(({ item }) => item);
  const node = async (name: string) => (await subject().named(name))[0]?.id ?? '';
  const decide = (act: Act) => subject().decide({ act, by: 'test', why: null });
  const subjectOf = (article: string, words: string, kind: 'entity' | 'event' = 'entity') => ({
    article,
    kind,
    words,
    occurrence: 0,
  });
  const whole = async () =>
    (await collected(subject().records()))
      .filter(({ record }) => record !== 'decision')
      .map((record) => JSON.stringify(record));

  describe('who is who', () => {
    test('one full name in two articles is one person, counted twice', async () => {
      await add({ id: 'a', entities: [person(MARA)] }, { id: 'b', entities: [person(MARA)] });
      const found = await subject().named(MARA);
      expect(found).toMatchObject([{ name: MARA, type: 'Person', articleCount: 2 }]);
    });

    test('a surname alone is nobody in particular', async () => {
      await add(
        { id: 'a', entities: [person(MARA)] },
        { id: 'b', entities: [person('Oduya')] },
        { id: 'c', entities: [person('Oduya')] },
      );
      expect(await subject().find('Oduya', null, 10)).toHaveLength(3);
    });

    test('a country read as a person is the country', async () => {
      await add({ id: 'a', entities: [person('Aurland')] }, { id: 'b', entities: [['Place', 'Aurland']] });
      expect(await subject().find('Aurland', null, 10)).toHaveLength(1);
    });

    test('ministries of two countries are two, those of one country one', async () => {
      const about = (id: string, country: string): Story => ({
        id,
        entities: [
          ['Place', country],
          ['Organization', 'Interior Ministry'],
        ],
      });
      await add(about('a', 'Aurland'), about('b', 'Aurland'), about('c', 'Borland'));
      expect(await subject().find('Interior Ministry', null, 10)).toHaveLength(2);
    });

    test.each([
      ['Dock Workers’ Union', 'Dock Workers Union', 1],
      ['Four Bays Defence Pact', 'Four Bays Defense Pact', 1],
      ['Halvard Lines Ltd', 'Halvard Lines', 1],
      ['Halvard Lines', 'Halvard Wines', 2],
    ])('organisations “%s” and “%s”', async (a, b, count) => {
      await add({ id: 'a', entities: [['Organization', a]] }, { id: 'b', entities: [['Organization', b]] });
      expect((await subject().stats()).entities).toBe(count);
    });

    test.each([
      ['Mara J. Oduya', 'Mara Jane Oduya', 1],
      ['Mara Jane Oduya', 'Mara Ruth Oduya', 2],
      ['Mara Jane Oduya', 'Mara Oduya', 1],
      ['Mara Oduya', 'Mira Oduya', 2],
    ])('persons “%s” and “%s”', async (a, b, count) => {
      await add({ id: 'a', entities: [person(a)] }, { id: 'b', entities: [person(b)] });
      expect((await subject().stats()).entities).toBe(count);
    });

    test('unnamed groups of two articles are two', async () => {
      await add({ id: 'a', entities: [['Group', 'protesters']] }, { id: 'b', entities: [['Group', 'protesters']] });
      expect(await subject().find('protesters', null, 10)).toHaveLength(2);
    });

    test('an organisation is found by a name that only another article uses', async () => {
      await add(
        { id: 'a', entities: [['Organization', 'Halvard Lines', { alias: 'Halvard Shipping Lines' }]] },
        { id: 'b', entities: [['Organization', 'Halvard Shipping Lines']] },
      );
      expect(await node('Halvard Lines')).toBe(await node('Halvard Shipping Lines'));
    });

    test('a known place goes by its gazetteer id', async () => {
      await add({ id: 'a', entities: [town] });
      expect(await node(TOWN)).toBe('geonames:1');
    });

    test('a node goes by its earliest-published appearance, and every id leads to it', async () => {
      const later = aStory({ id: 'a', publishedAt: '2024-02-16', entities: [person(MARA)] });
      const earlier = aStory({ id: 'b', publishedAt: '2024-02-14', entities: [person(MARA)] });
      await subject().remember([later]);
      const before = await node(MARA);
      await subject().remember([earlier]);
      const after = await node(MARA);
      expect(after).toContain('b#');
      expect(await subject().nodesOf([before, after])).toEqual(
        new Map([
          [before, after],
          [after, after],
        ]),
      );
    });

    test('an id that never was is unknown', async () => {
      expect(await subject().nodesOf(['nothing'])).toEqual(new Map([['nothing', null]]));
    });

    test('names are found with a slip in a word, exact ones first', async () => {
      await add({ id: 'a', entities: [person('Mara Oduja'), person(MARA)] });
      expect((await subject().find('mara oduya', null, 10)).map(({ name }) => name)).toEqual([MARA, 'Mara Oduja']);
      expect((await subject().find('Maro Oduya', null, 10)).map(({ name }) => name)).toContain(MARA);
      expect(await subject().find('', null, 10)).toEqual([]);
    });

    test('hostile names are only names', async () => {
      const names = [
        "'; DROP TABLE entity; --",
        '`}) DETACH DELETE n //',
        `${'Ab'.repeat(5000)} Cd`,
        '\u202eevil name\u202c',
        '😀 Emoji Co',
      ];
      await add({ id: 'a', entities: names.map((name) => ['Organization', name] as const) });
      for (const name of names.slice(0, 2))
        expect((await subject().named(name)).map((one) => one.name)).toContain(name);
      expect(await subject().stats()).toMatchObject({ entities: names.length });
    });
  });

  describe('what happened', () => {
    const told = (id: string, on: string, source = id): Story => ({
      id,
      source,
      text: id,
      entities: [town],
      events: [protest(on)],
    });

    test('one protest told by two outlets is one event with two sources', async () => {
      await add(told('a', '2024-02-14'), told('b', '2024-02-14'));
      expect(await events()).toMatchObject([
        { type: 'PROTEST', sourceCount: 2, articleCount: 2, standing: 'NARRATED' },
      ]);
    });

    test('what is of no type is one event where two outlets have one word for it, two where they do not', async () => {
      const other = (id: string, trigger: string, by: string): Story => ({
        id,
        source: id,
        text: id,
        entities: [town, person(MARA), person(PIET)],
        events: [{ type: 'OTHER', trigger, on: '2024-02-14', at: TOWN, by: [by] }],
      });
      await add(other('a', 'landslide', MARA), other('b', 'landslide', MARA));
      expect(await events()).toMatchObject([{ type: 'OTHER', lemma: 'landslide', sourceCount: 2 }]);
      await add(other('c', 'eclipse', MARA), other('d', 'landslide', PIET));
      expect(await events()).toHaveLength(3);
    });

    test('one outlet twice is one source', async () => {
      await add(told('a', '2024-02-14', 'Wire'), told('b', '2024-02-14', 'Wire'));
      expect(await events()).toMatchObject([{ sourceCount: 1, articleCount: 2 }]);
    });

    test('two protests a week apart stay two', async () => {
      await add(told('a', '2024-02-14'), told('b', '2024-02-21'));
      expect(await events()).toHaveLength(2);
    });

    test('timelines are in the order of days, both ways', async () => {
      await add(told('a', '2024-02-16'), told('b', '2024-02-14'), told('c', '2024-02-15'));
      const days = (list: readonly { day: string }[]) => list.map(({ day }) => day);
      expect(days(await events())).toEqual(['2024-02-14', '2024-02-15', '2024-02-16']);
      expect(days(await events({}, { descending: true }))).toEqual(['2024-02-16', '2024-02-15', '2024-02-14']);
    });

    test('pages follow one another without gap or overlap, also when events come in between', async () => {
      for (let day = 10; day < 19; day++) await add(told(`a${day}`, `2024-02-${day}`));
      const seen: string[] = [];
      let after: readonly string[] | null = null;
      for (let page = 0; page < 3; page++) {
        const answer = await subject().timeline(ALL_EVENTS, { ...PAGE, first: 3, after });
        seen.push(...answer.items.map(({ item }) => item.day.slice(-2)));
        expect(answer.hasNext).toBe(page < 2);
        after = answer.end;
        await add(told(`early${page}`, '2024-01-01'));
      }
      expect(seen).toEqual(['10', '11', '12', '13', '14', '15', '16', '17', '18']);
    });

    test('a window takes what may overlap it, or only what lies in it for certain', async () => {
      await add(
        { id: 'a', entities: [town], events: [protest('2024-02-10', { to: '2024-02-16' })] },
        told('b', '2024-02-15'),
        told('c', '2024-02-20'),
      );
      const days = { from: '2024-02-14', to: '2024-02-17' };
      expect(await events({ days: { ...days, match: 'POSSIBLY' } })).toHaveLength(2);
      expect(await events({ days: { ...days, match: 'CERTAINLY' } })).toMatchObject([{ day: '2024-02-15' }]);
    });

    test('a window finds what began long before it', async () => {
      await add({ id: 'a', entities: [town], events: [protest('2023-01-01', { to: '2024-12-31' })] });
      expect(await events({ days: { from: '2024-02-14', to: '2024-02-17', match: 'POSSIBLY' } })).toHaveLength(1);
    });

    test('an event without a day is in no window, and last in its timeline', async () => {
      await add({
        id: 'a',
        entities: [town],
        events: [protest(undefined), protest('2024-02-14', { trigger: 'march' })],
      });
      expect((await events()).map(({ day }) => day)).toEqual(['2024-02-14', '~']);
      expect(await events({ days: { from: '2024-01-01', to: '2024-12-31', match: 'POSSIBLY' } })).toHaveLength(1);
    });

    test('an undated event stands beside the dated one it is linked to, without a time of its own', async () => {
      await add({
        id: 'a',
        entities: [town],
        events: [
          protest('2024-02-14'),
          { type: 'COERCE', trigger: 'arrest' },
          protest('2024-02-20', { trigger: 'march' }),
        ],
        links: [['BEFORE', 0, 1]],
      });
      expect((await events()).map(({ type, day, time }) => [type, day, time?.edtf ?? null])).toEqual([
        ['PROTEST', '2024-02-14', '2024-02-14'],
        ['COERCE', '2024-02-14', null],
        ['PROTEST', '2024-02-20', '2024-02-20'],
      ]);
    });

    test('the timeline of someone holds what they take part in', async () => {
      await add({
        id: 'a',
        entities: [town, person(MARA), person(PIET)],
        events: [
          protest('2024-02-14', { by: [MARA] }),
          protest('2024-02-15', { by: [PIET], against: [MARA] }),
          protest('2024-02-16', { by: [PIET] }),
        ],
      });
      expect(await events({ of: [await node(MARA)] })).toHaveLength(2);
      expect(await events({ of: [await node(MARA), await node(PIET)] })).toHaveLength(1);
    });

    test('the timeline of a country holds what happens in its towns', async () => {
      await add({
        id: 'a',
        entities: [town, ['Place', 'Austria', { country: 'AUT', gazetteer: 'country:AUT' }]],
        events: [protest('2024-02-14')],
      });
      expect(await events({ place: 'country:AUT' })).toHaveLength(1);
      expect(await events({ place: 'geonames:1' })).toHaveLength(1);
    });

    test('the timeline of a place holds what happens in its parts, as articles tell them', async () => {
      await add({
        id: 'a',
        entities: [
          ['Place', 'Velundia'],
          ['Place', 'Sarvelle'],
        ],
        relations: [['PART_OF', 'Sarvelle', 'Velundia']],
        events: [{ type: 'PROTEST', trigger: 'protest', on: '2024-02-14', at: 'Sarvelle' }],
      });
      expect(await events({ place: await node('Velundia') })).toHaveLength(1);
    });

    test('events are asked for by type, mode, confidence and number of sources', async () => {
      await add({
        id: 'a',
        entities: [town],
        events: [
          protest('2024-02-14', { mode: 'riot' }),
          { type: 'COERCE', trigger: 'arrest', on: '2024-02-14', at: TOWN },
        ],
      });
      expect(await events({ types: ['COERCE'] })).toMatchObject([{ type: 'COERCE' }]);
      expect(await events({ modes: ['riot'] })).toMatchObject([{ type: 'PROTEST' }]);
      expect(await events({ minConfidence: 0.95 })).toEqual([]);
      expect(await events({ minSources: 2 })).toEqual([]);
    });

    test('both counts of a crowd are kept, each with its article', async () => {
      const counted = (id: string, least: number): Story => ({
        id,
        source: id,
        text: id,
        entities: [town, person(MARA)],
        events: [protest('2024-02-14', { by: [MARA], least })],
      });
      await add(counted('a', 1200), counted('b', 3000));
      const [event] = await events();
      expect(event?.participants[0]?.quantities).toEqual([
        { min: 1200, max: null, article: 'a' },
        { min: 3000, max: null, article: 'b' },
      ]);
    });

    test('who tells an event how can be asked', async () => {
      await add(told('a', '2024-02-14'), told('b', '2024-02-14'));
      const tellings = await subject().tellings(await events());
      expect([...tellings.values()].flat().map(({ source }) => source)).toEqual(['a', 'b']);
    });
  });

  describe('said is not happened', () => {
    const claimed = (id: string, modality: 'actual' | 'negated' | 'planned', said = true): Story => ({
      id,
      text: id,
      source: id,
      entities: [town, person(MARA)],
      statements: [{ by: MARA, words: `there was one, says ${id}` }],
      events: [protest('2024-02-14', { modality, ...(said && { said: 0 }) })],
    });

    test.each([
      ['what only a speaker says is claimed', [claimed('a', 'actual')], 'CLAIMED'],
      ['what a narrator says too is narrated', [claimed('a', 'actual'), claimed('b', 'actual', false)], 'NARRATED'],
      ['what some deny is disputed', [claimed('a', 'actual'), claimed('b', 'negated')], 'DISPUTED'],
      ['what is only denied is denied', [claimed('a', 'negated')], 'DENIED'],
      ['what is only planned is planned', [claimed('a', 'planned', false)], 'PLANNED'],
    ])('%s', async (_, stories, standing) => {
      await add(...stories);
      expect(await events({ standing: ['NARRATED', 'CLAIMED', 'DISPUTED', 'DENIED', 'PLANNED'] })).toMatchObject([
        { standing },
      ]);
      expect(await events()).toHaveLength(['DENIED', 'PLANNED'].includes(standing) ? 0 : 1);
    });

    test('a timeline can be that of a narrator, a speaker or an outlet alone', async () => {
      await add(claimed('a', 'actual'), { ...claimed('b', 'actual', false), events: [protest('2024-02-20')] });
      expect(await events({ vouchedBy: { kind: 'narrator' } })).toMatchObject([
        { day: '2024-02-20', standing: 'NARRATED' },
      ]);
      expect(await events({ vouchedBy: { kind: 'speaker', entity: await node(MARA) } })).toMatchObject([
        { day: '2024-02-14', standing: 'CLAIMED' },
      ]);
      expect(await events({ vouchedBy: { kind: 'source', source: 'b' } })).toMatchObject([{ day: '2024-02-20' }]);
    });

    test('an outlet is asked alone, together with a voucher, and for what was said in it', async () => {
      const statement = { by: MARA, words: 'We will see' };
      await add(
        {
          id: 'a',
          source: 'Wire',
          entities: [town, person(MARA)],
          events: [protest('2024-02-10')],
          statements: [statement],
        },
        {
          id: 'b',
          source: 'Post',
          entities: [town, person(MARA)],
          events: [protest('2024-02-20')],
          statements: [statement],
        },
      );
      expect(await events({ source: 'Post' })).toMatchObject([{ day: '2024-02-20' }]);
      expect(await events({ source: 'Post', vouchedBy: { kind: 'narrator' } })).toHaveLength(1);
      expect(await events({ source: 'Nobody' })).toEqual([]);
      expect(await statements({ source: 'Wire' })).toMatchObject([{ article: 'a' }]);
    });

    test('versions of articles come in the order asked for, current ones where none is named', async () => {
      const older = aStory({ id: 'a', text: 'One', publishedAt: '2024-02-10' });
      const newer = aStory({ id: 'a', text: 'Two', publishedAt: '2024-02-10', modifiedAt: '2024-02-11' });
      await subject().remember([older, newer]);
      const version = older.article.version;
      const found = await subject().versionsAt([
        { article: 'none', version: null },
        { article: 'a', version },
        { article: 'a', version: null },
      ]);
      expect(found.map((one) => one?.article.text.trim() ?? null)).toEqual([null, 'One', 'Two']);
    });
  });

  describe('who said what about whom', () => {
    const speech: Story = {
      id: 'a',
      entities: [person(MARA), person(PIET), ['Organization', 'Harbour Council']],
      statements: [
        { by: MARA, words: 'he is brave', about: [[PIET, 'supportive']], on: '2024-02-14' },
        {
          by: MARA,
          words: 'it failed us',
          about: [['Harbour Council', 'critical']],
          to: PIET,
          kind: 'indirect',
          on: '2024-02-13',
          cue: 'blame',
        },
        { by: PIET, words: 'she is right', about: [[MARA, 'supportive', 'denied']], on: '2024-02-12' },
      ],
    };

    test('statements are found by speaker, target and audience, in order of their days', async () => {
      await add(speech);
      const words = async (filter: Partial<StatementFilter>) => (await statements(filter)).map((one) => one.words);
      expect(await words({ by: await node(MARA) })).toEqual(['it failed us', 'he is brave']);
      expect(await words({ about: await node(MARA) })).toEqual(['she is right']);
      expect(await words({ by: await node(MARA), about: await node(PIET) })).toEqual(['he is brave']);
      expect(await words({ to: await node(PIET) })).toEqual(['it failed us']);
    });

    test('statements are asked for by stance, kind, words and days', async () => {
      await add(speech);
      expect(await statements({ stance: 'critical' })).toMatchObject([{ words: 'it failed us' }]);
      const told = (await statements({})).flatMap((one) => one.about.map(({ denied }) => [one.words, denied]));
      expect(told.filter(([, denied]) => denied)).toEqual([['she is right', true]]);
      expect(await statements({ kinds: ['indirect'] })).toHaveLength(1);
      expect(await statements({ search: 'BRAVE' })).toHaveLength(1);
      expect(await statements({ days: { from: '2024-02-14', to: null, match: 'POSSIBLY' } })).toHaveLength(1);
      expect(await statements({ days: { from: null, to: '2024-02-12', match: 'CERTAINLY' } })).toHaveLength(1);
    });

    test.each([
      ['one word of it, in another form', 'FAILS', ['it failed us']],
      ['all words, in any order', 'us failed', ['it failed us']],
      ['words of which one is not there', 'failed them', []],
      ['short words only', 'it', ['it failed us']],
      ['words that hold sentences together only', 'she', ['she is right']],
      ['a word that two hold', 'is', ['she is right', 'he is brave']],
      ['a piece of a word', 'bra', []],
    ])('statements are found by %s', async (_, search, words) => {
      await add(speech);
      expect((await statements({ search })).map((one) => one.words)).toEqual(words);
    });

    test('what a statement that is gone said is found no more', async () => {
      await add(speech);
      await add({ ...speech, modifiedAt: '2024-03-01T00:00:00.000Z', text: 'Corrected.', statements: [] });
      expect(await statements({ search: 'brave' })).toEqual([]);
    });

    test('of statements those with most words of a search come first, then the newest', async () => {
      const older = { by: PIET, words: 'they were brave and right', on: '2024-02-01' };
      await add(speech, { id: 'older', entities: [person(PIET)], statements: [older] });
      const found = async (text: string) => (await subject().spoken(text, 5)).map(({ words }) => words);
      expect(await found('How did it fail us?')).toEqual(['it failed us']);
      expect(await found('right or brave')).toEqual([older.words, 'he is brave', 'she is right']);
      expect(await found('of')).toEqual([]);
      expect(await found('were they there')).toEqual([]);
    });

    test('who is named in a text is found, and not who is named within another name', async () => {
      await add({ id: 'a', entities: [person(MARA), person('Mara'), ['Place', TOWN], ['Place', 'Karsholm Bay']] });
      const found = async (text: string) => (await subject().namedIn(text, 5)).map(({ name }) => name);
      expect(await found(`Where was ${MARA}, when Karsholm Bay froze?`)).toEqual([MARA, 'Karsholm Bay']);
      expect(await found('mara of karsholm')).toEqual(['Mara', TOWN]);
      expect(await found('nobody')).toEqual([]);
    });

    test('articles are found by the words of their headlines, the newest of equals first', async () => {
      const titled = (id: string, title: string, publishedAt = '2024-02-12T00:00:00.000Z') => ({
        id,
        title,
        publishedAt,
      });
      await add(
        titled('a', 'Dockers strike in Karsholm'),
        titled('b', 'A strike ends', '2024-02-13T00:00:00.000Z'),
        titled('c', 'Karsholm dockers end their strikes', '2024-02-11T00:00:00.000Z'),
      );
      const found = async (search: string) =>
        (await subject().headlines(search, 10)).map(({ told, words }) => [told.article.id, words]);
      expect(await found('striking')).toEqual([
        ['b', 1],
        ['a', 1],
        ['c', 1],
      ]);
      expect(await found('the strike of the dockers')).toEqual([
        ['a', 2],
        ['c', 2],
        ['b', 1],
      ]);
      await add({ ...titled('a', 'Dockers at work'), modifiedAt: '2024-03-01T00:00:00.000Z', text: 'Corrected.' });
      expect(await found('strike')).toEqual([
        ['b', 1],
        ['c', 1],
      ]);
      expect(await found('of')).toEqual([]);
    });

    test('whom someone meets is counted by kind of event and stance', async () => {
      await add(speech, {
        id: 'b',
        entities: [person(MARA), person(PIET)],
        events: [{ type: 'CONSULT', trigger: 'met', on: '2024-02-14', by: [MARA, PIET] }],
      });
      expect(await subject().neighbours(await node(MARA), 5)).toMatchObject([
        { entity: { name: PIET }, weight: 3, types: { CONSULT: 1 }, stances: { supportive: 1, 'of:supportive': 1 } },
        { entity: { name: 'Harbour Council' }, weight: 1, stances: { critical: 1 } },
      ]);
    });
  });

  describe('the same words in other articles', () => {
    const quoting = (id: string, words: string, by = MARA): Story => ({
      id,
      source: `Outlet ${id}`,
      entities: [person(by)],
      statements: [{ by, words }],
    });

    test.each([
      ['as they are', 'Nobody in this harbour will go hungry this winter', false],
      ['in part', 'Nobody in this harbour will go hungry', false],
      ['otherwise', 'Nobody in this harbour should go hungry this winter', true],
    ])('an utterance quoted %s is linked, and altered words are told', async (_how, words, altered) => {
      await add(quoting('a', 'Nobody in this harbour will go hungry this winter'), quoting('b', words));
      const [first, second] = await statements();
      const found = await subject().retellings([first?.id ?? '']);
      expect(found.get(first?.id ?? '')).toMatchObject([{ altered, statement: { id: second?.id } }]);
    });

    test('other words, and the same words of another, are another utterance', async () => {
      await add(
        quoting('a', 'Nobody in this harbour will go hungry this winter'),
        quoting('b', 'The ships came back after three long weeks at sea'),
        quoting('c', 'Nobody in this harbour will go hungry this winter', PIET),
      );
      const ids = (await statements()).map(({ id }) => id);
      expect([...(await subject().retellings(ids)).values()].flat()).toEqual([]);
    });

    test('reprints of one text are one source', async () => {
      const body = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
      const wire = (id: string, text: string): Story => ({
        ...{ id, source: `Outlet ${id}`, text, entities: [town] },
        events: [protest('2024-02-14')],
      });
      await add(wire('a', body), wire('b', `${body} (Reprint)`), wire('c', body.replaceAll('word', 'other')));
      expect(await events()).toMatchObject([{ articleCount: 3, sourceCount: 2 }]);
      expect(await events({ asOf: Date.parse('2024-03-01') })).toMatchObject([{ articleCount: 3, sourceCount: 2 }]);
      const [event] = await events();
      const told = [...(await subject().tellings([event!])).values()].flat();
      const wireOf = (id: string) => told.find(({ article }) => article === id)?.wire;
      expect(wireOf('a')).toBe(wireOf('b'));
      expect(wireOf('a')).not.toBe(wireOf('c'));
      await decide({ kind: 'retract', article: 'c' });
      expect(await events()).toMatchObject([{ articleCount: 2, sourceCount: 1 }]);
    });
  });

  describe('hostile names', () => {
    const HOSTILE = [
      "Robert'); DROP TABLE entity; --",
      '`}) DETACH DELETE n //',
      '$k {k: 1} MATCH (n) RETURN n',
      'Ivo %_*? Quent',
      `Ana ${'b'.repeat(10_000)}`,
      'مريم الكاتب',
      'Nils \u{1f600}\u{1f9d1}\u200d\u{1f680} Orr',
      'Eva \u202eesrever\u202c Lund',
      'Tab\tand\u0001stop Ord',
    ];

    test('are kept, found and told of like any other', async () => {
      for (const [at, name] of HOSTILE.entries()) {
        await add({
          id: `h${at}`,
          entities: [person(name), town],
          events: [protest('2024-02-14', { by: [name] })],
          statements: [{ by: name, words: name, about: [[TOWN, 'critical']] }],
        });
      }
      for (const [at, name] of HOSTILE.entries()) {
        const [{ id }] = (await subject().named(name)) as unknown as [{ id: string }];
        expect((await subject().entities([id])).get(id)?.name).toBe(name);
        expect(await events({ of: [id] })).toHaveLength(1);
        const said = await subject().statements({ ...ALL_STATEMENTS, by: id }, PAGE);
        expect(said.items.map(({ item }) => item.article)).toEqual([`h${at}`]);
      }
      const { faults } = await subject().check(openScratch());
      expect(faults).toEqual([]);
    });
  });

  describe('lasting facts', () => {
    const office = (id: string, from?: string): Story => ({
      id,
      text: id,
      entities: [person(MARA), town],
      relations: [['HOLDS_OFFICE', MARA, TOWN, 'mayor', { ...(from && { from }) }]],
    });

    test('a relation told twice is one, and is found from both ends', async () => {
      await add(office('a', '2020'), office('b', '2020'));
      const found = await subject().relationships(await node(MARA), null, [], null);
      expect(found).toMatchObject([{ type: 'HOLDS_OFFICE', label: 'mayor', validFrom: '2020', toNode: 'geonames:1' }]);
      expect(await subject().relationships('geonames:1', await node(MARA), ['HOLDS_OFFICE'], null)).toHaveLength(1);
      expect(await subject().relationships('geonames:1', null, ['LEADS'], null)).toEqual([]);
    });

    test('a relation is gone with the last article that says so', async () => {
      await add(office('a'), office('b'));
      const mara = await node(MARA);
      await decide({ kind: 'retract', article: 'a' });
      expect(await subject().relationships('geonames:1', null, [], null)).toHaveLength(1);
      await decide({ kind: 'retract', article: 'b' });
      expect(await subject().relationships('geonames:1', null, [], null)).toEqual([]);
      expect(await subject().nodesOf([mara])).toEqual(new Map([[mara, 'gone']]));
    });
  });

  describe('evidence', () => {
    test('every fact has its words and what stands around them', async () => {
      await add({
        id: 'a',
        text: 'On the quay:',
        entities: [town, person(MARA)],
        events: [protest('2024-02-14', { by: [MARA] })],
      });
      const [event] = await events();
      const found = await subject().evidence(event?.signatures ?? [], 3);
      expect([...found.values()].flat()).toMatchObject([{ exact: 'protest', article: 'a', rule: 'test' }]);
      expect([...found.values()].flat()[0]?.prefix).toContain(MARA);
    });

    test('no more words are given than asked for', async () => {
      for (const id of ['a', 'b', 'c']) await add({ id, text: id, entities: [person(MARA)] });
      const { signatures } = (await subject().named(MARA))[0] as { signatures: readonly string[] };
      expect([...(await subject().evidence(signatures, 2)).values()].flat()).toHaveLength(2);
    });
  });

  describe('versions and time', () => {
    const first: Story = {
      id: 'a',
      publishedAt: '2024-02-14',
      modifiedAt: '2024-02-14T08:00:00Z',
      text: 'first',
      entities: [town],
      events: [protest('2024-02-13')],
    };
    const second: Story = {
      ...first,
      modifiedAt: '2024-02-16T08:00:00Z',
      text: 'second',
      events: [protest('2024-02-12')],
    };

    test('a corrected story takes back what it said, whichever version came first', async () => {
      await add(first);
      await add(second);
      expect(await events()).toMatchObject([{ day: '2024-02-12' }]);
      const one = await whole();
      await decide({ kind: 'retract', article: 'a' });
      await decide({
        kind: 'undo',
        decision: (await collected(subject().decisions())).find(({ act }) => act.kind === 'retract')?.id ?? '',
      });
      await add(second);
      await add(first);
      expect(await whole()).toEqual(one);
    });

    test('what was known on a day can be asked for', async () => {
      await add(first, second);
      expect(await events({ asOf: Date.parse('2024-02-15') })).toMatchObject([{ day: '2024-02-13' }]);
      expect(await events({ asOf: Date.parse('2024-02-17') })).toMatchObject([{ day: '2024-02-12' }]);
      expect(await events({ asOf: Date.parse('2024-02-13') })).toEqual([]);
    });

    test('an id of a superseded version still leads somewhere', async () => {
      await add(first);
      const id = (await events())[0]?.id ?? '';
      await add(second);
      expect((await subject().nodesOf([id])).get(id)).not.toBeNull();
    });
  });

  describe('decisions', () => {
    const a: Story = { id: 'a', text: 'a', entities: [person(MARA)] };
    const b: Story = { id: 'b', text: 'b', entities: [person(PIET)] };

    test('what a curator calls one is one, until it is undone', async () => {
      await add(a, b);
      const before = await whole();
      const { id } = await decide({ kind: 'same', a: subjectOf('a', MARA), b: subjectOf('b', PIET) });
      expect(await node(MARA)).toBe(await node(PIET));
      await decide({ kind: 'undo', decision: id });
      expect(await whole()).toEqual(before);
    });

    test('what a curator calls different is two, until it is undone', async () => {
      await add(a, { ...a, id: 'b', text: 'other' });
      const before = await whole();
      const { id } = await decide({ kind: 'different', a: subjectOf('a', MARA), b: subjectOf('b', MARA) });
      expect(await subject().named(MARA)).toHaveLength(2);
      await decide({ kind: 'undo', decision: id });
      expect(await whole()).toEqual(before);
    });

    test('who goes by a last name is nobody whom a curator calls different, whoever else she is', async () => {
      const told = (id: string, name: string, day: string) => ({
        id,
        text: id,
        publishedAt: `${day}T08:00:00Z`,
        entities: [town, ['Place', 'Ostra'] as const, person(name)],
      });
      await add(told('a', MARA, '2024-02-11'), told('b', 'Oduya', '2024-02-12'), told('c', MARA, '2024-02-12'));
      const before = await whole();
      expect(await node('Oduya')).toBe(await node(MARA));
      const { id } = await decide({ kind: 'different', a: subjectOf('b', 'Oduya'), b: subjectOf('a', MARA) });
      expect(await node('Oduya')).not.toBe(await node(MARA));
      await add(told('d', 'Mara Jane Oduya', '2024-02-10'));
      expect(await node('Oduya')).not.toBe(await node(MARA));
      await decide({ kind: 'retract', article: 'd' });
      await decide({ kind: 'undo', decision: id });
      expect(await whole()).toEqual(before);
    });

    test('a decision holds when its article is ingested again, and in a corrected version', async () => {
      await add(a, b);
      await decide({ kind: 'same', a: subjectOf('a', MARA), b: subjectOf('b', PIET) });
      await add({ ...a, release: '9.9.9' });
      expect(await node(MARA)).toBe(await node(PIET));
      await add({ ...a, text: 'corrected', modifiedAt: '2024-03-01' });
      expect(await node(MARA)).toBe(await node(PIET));
    });

    test('a name that a curator gives is the name; the latest holds', async () => {
      await add(a);
      await decide({ kind: 'rename', subject: subjectOf('a', MARA), name: 'Mara A. Oduya' });
      expect(await subject().named('Mara A. Oduya')).toMatchObject([{ name: 'Mara A. Oduya' }]);
      expect(await node(MARA)).toBe(await node('Mara A. Oduya'));
    });

    test('of two names the one that was given last holds, whatever the clock says', async () => {
      await add(a);
      for (const name of ['Zora First', 'Mara Second', 'Anna Last']) {
        await decide({ kind: 'rename', subject: subjectOf('a', MARA), name });
      }
      expect(await subject().named('Anna Last')).toMatchObject([{ name: 'Anna Last' }]);
    });

    test('values are corrected and events withdrawn, until that is undone', async () => {
      await add({ id: 'a', entities: [town], events: [protest('2024-02-14')] });
      const before = await whole();
      const corrected = await decide({
        kind: 'correct',
        subject: subjectOf('a', 'protest', 'event'),
        field: 'type',
        value: 'ASSAULT',
      });
      expect(await events()).toMatchObject([{ type: 'ASSAULT' }]);
      await decide({ kind: 'undo', decision: corrected.id });
      const withdrawn = await decide({ kind: 'withdraw', subject: subjectOf('a', 'protest', 'event') });
      expect(await events()).toEqual([]);
      await decide({ kind: 'undo', decision: withdrawn.id });
      expect(await whole()).toEqual(before);
    });

    test('a retracted article leaves nothing, and stays out until that is undone', async () => {
      await add(b);
      const before = await whole();
      await add(a);
      const { id } = await decide({ kind: 'retract', article: 'a' });
      expect(await whole()).toEqual(before);
      expect(await add(a)).toEqual(['retracted']);
      await decide({ kind: 'undo', decision: id });
      expect(await add(a)).toEqual(['added']);
    });

    test('the log keeps every decision with who, when and why', async () => {
      await add(a);
      await subject().decide({
        act: { kind: 'rename', subject: subjectOf('a', MARA), name: 'M' },
        by: 'mara',
        why: 'shorter',
      });
      expect(await collected(subject().decisions())).toMatchObject([
        { by: 'mara', why: 'shorter', at: '2024-02-20T00:00:00.000Z' },
      ]);
    });

    test.each([
      ['of an unknown article', { kind: 'retract', article: 'nowhere' } as Act, 'ARTICLE_UNKNOWN'],
      [
        'about words that are not there',
        { kind: 'rename', subject: subjectOf('a', 'Nobody'), name: 'x' } as Act,
        'SUBJECT_UNKNOWN',
      ],
      ['to undo what never was', { kind: 'undo', decision: 'nothing' } as Act, 'DECISION_UNKNOWN'],
    ])('a decision %s is refused with a remedy', async (_, act, code) => {
      await add(a);
      await expect(decide(act)).rejects.toMatchObject({ code, hint: expect.any(String) });
    });

    test('a decision is anchored to the words behind an id', async () => {
      await add(a);
      expect(await subject().subjectOf(await node(MARA))).toEqual(subjectOf('a', MARA));
      expect(await subject().subjectOf('nothing')).toBeNull();
    });
  });

  describe('the whole graph', () => {
    const corpus: Story[] = ['a', 'b', 'c', 'd'].map((id, at) => ({
      id,
      source: id,
      text: id,
      publishedAt: `2024-02-1${at}`,
      entities: [town, person(MARA), person(at % 2 ? PIET : 'Ilse Varga')],
      statements: [{ by: MARA, words: `word ${id}`, about: [[at % 2 ? PIET : 'Ilse Varga', 'critical']] }],
      events: [protest('2024-02-09', { by: [MARA] }), protest(undefined, { said: 0 })],
      relations: [['HOLDS_OFFICE', MARA, TOWN, 'mayor']],
    }));

    test('any order and any batching gives the same graph', async () => {
      await add(...corpus);
      const one = await whole();
      const other = await otherStore(async (store) => {
        for (const story of [...corpus].reverse()) await store.remember([aStory(story)]);
      });
      expect(other).toEqual(one.map(withoutTimes));
    });

    test('it is what follows from its articles and decisions, and every fact has its words', async () => {
      await add(...corpus);
      await decide({ kind: 'same', a: subjectOf('a', 'Ilse Varga'), b: subjectOf('b', PIET) });
      const { facts, faults } = await subject().check(openScratch());
      expect(faults).toEqual([]);
      expect(facts).toBeGreaterThan(50);
    });

    test('an export makes the same graph elsewhere', async () => {
      await add(...corpus);
      await decide({ kind: 'different', a: subjectOf('a', MARA), b: subjectOf('b', MARA) });
      const records = await collected(subject().records());
      const other = await otherStore(async (store) => {
        await store.restore(records.flatMap((record) => (record.record === 'decision' ? [record] : [])));
        await store.remember(
          records.flatMap((record): Extraction[] => (record.record === 'version' ? [record.extraction] : [])),
        );
      });
      expect(other).toEqual((await whole()).map(withoutTimes));
    });
  });
}

/** What another store, in memory, holds after some work. */
async function otherStore(work: (store: GraphStore) => Promise<void>): Promise<string[]> {
  const { aGraph } = await import('../support/a-graph.ts');
  const store = aGraph();
  await work(store);
  const records = (await collected(store.records())).filter(({ record }) => record !== 'decision');
  await store.close();
  return records.map((record) => withoutTimes(JSON.stringify(record)));
}

function withoutTimes(line: string): string {
  return line.replace(/"ingestedAt":"[^"]*"/, '');
}
