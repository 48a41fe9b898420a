import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

const MARA = 'Mara Oduya';
const PIET = 'Piet Lorne';
const LEAGUE = 'Inner Sea League';
const LAND = 'Austria';

let store: GraphStore;
let api: Api;
const ask: Api['ask'] = (...asked) => api.ask(...asked);

beforeAll(async () => {
  store = aGraph();
  await store.remember([
    aStory({
      id: 'a1',
      source: 'Wire',
      publishedAt: '2024-02-10',
      entities: [
        ['Person', MARA, { alias: 'Oduya' }],
        ['Organization', LEAGUE, { alias: 'ISL' }],
        ['Place', LAND, { country: 'AUT', gazetteer: 'country:AUT' }],
        ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }],
        ['Group', 'dockers'],
      ],
      statements: [
        { by: MARA, words: 'The League stands by us', about: [[LEAGUE, 'supportive']], on: '2024-02-09' },
        { by: MARA, words: 'Dockers marched', on: '2024-02-09', to: LEAGUE },
      ],
      events: [
        {
          type: 'PROTEST',
          trigger: 'march',
          mode: 'demo',
          on: '2024-02-08',
          at: 'Karsholm',
          by: ['dockers'],
          least: 2000,
          said: 1,
        },
        { type: 'COERCE', trigger: 'arrest', on: '2024-02-09', at: LAND, against: ['dockers'] },
        { type: 'AID', trigger: 'help', on: '2024-03-01', at: LAND, by: [LEAGUE], modality: 'planned' },
      ],
      relations: [
        ['HOLDS_OFFICE', MARA, LAND, 'president', { from: '2020', to: '2024-06' }],
        ['LEADS', MARA, LEAGUE],
      ],
      links: [['CAUSES', 0, 1]],
    }),
    aStory({
      id: 'a2',
      source: 'Post',
      publishedAt: '2024-02-20',
      entities: [
        ['Person', MARA, { alias: 'Oduya' }],
        ['Person', PIET],
        ['Organization', LEAGUE, { alias: 'ISL' }],
        ['Place', LAND, { country: 'AUT', gazetteer: 'country:AUT' }],
        ['Group', 'Oduya'],
      ],
      statements: [{ by: MARA, words: 'The League left us alone', about: [[LEAGUE, 'critical']], on: '2024-02-19' }],
      events: [{ type: 'CONSULT', trigger: 'meet', on: '2024-02-18', at: LAND, by: [MARA, PIET] }],
    }),
  ]);
  api = await anApi(store);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

describe('the two questions that fix the names', () => {
  test('who said what about whom', async () => {
    const { data, errors } = await ask(`{ statements(by: {name: "${MARA}"}, about: {name: "ISL"}, first: 20) {
      edges { node { kind speaker { id name } cue { lemma class } about { target { ... on Entity { name } ... on Event { summary } } stance }
                     saidAt { edtf } evidence { exact prefix suffix start end article { title url publishedAt } } } }
      pageInfo { hasNextPage endCursor } } }`);
    expect(errors).toBeUndefined();
    expect(data.statements.edges).toHaveLength(2);
    const [{ node }] = data.statements.edges;
    expect(node).toMatchObject({
      kind: 'DIRECT',
      speaker: { name: MARA },
      cue: { lemma: 'say', class: 'state' },
      about: [{ target: { name: LEAGUE }, stance: 'SUPPORTIVE' }],
      saidAt: { edtf: '2024-02-09' },
      evidence: [{ exact: 'The League stands by us', article: { publishedAt: '2024-02-10' } }],
    });
    const [{ exact, prefix, suffix, start, end }] = node.evidence;
    const { data: found } = await ask('{ article(id: "a1") { text } }');
    expect(found.article.text.slice(start, end)).toBe(exact);
    expect(found.article.text).toContain(prefix + exact + suffix);
  });

  test('what happened in a place, in some days', async () => {
    const { data, errors } =
      await ask(`{ timeline(place: {name: "${LAND}"}, when: {from: "2024-02-01", to: "2024-02-29", match: POSSIBLY}, first: 50) {
      edges { node { id type { id label quad } mode time { edtf earliest latest } place { name } standing sourceCount
                     participants { role entity { name } } vouchedBy { narrator statements { speaker { name } } } evidence { exact } } } } }`);
    expect(errors).toBeUndefined();
    expect(data.timeline.edges.map(({ node }: any) => node)).toMatchObject([
      {
        type: { id: 'PROTEST', label: 'Protest', quad: 'MATERIAL_CONFLICT' },
        mode: 'demo',
        time: { edtf: '2024-02-08', earliest: '2024-02-08', latest: '2024-02-08' },
        place: { name: 'Karsholm' },
        standing: 'CLAIMED',
        sourceCount: 1,
        participants: [{ role: 'ACTOR', entity: { name: 'dockers' } }],
        vouchedBy: { narrator: false, statements: [{ speaker: { name: MARA } }] },
        evidence: [{ exact: 'march' }],
      },
      { type: { id: 'COERCE' }, standing: 'NARRATED', vouchedBy: { narrator: true, statements: [] } },
      { type: { id: 'CONSULT' }, participants: [{ entity: { name: MARA } }, { entity: { name: PIET } }] },
    ]);
  });
});

describe('filters of a timeline', () => {
  test.each([
    ['types', 'types: ["PROTEST"]', ['PROTEST']],
    ['quad classes', 'quads: ["MATERIAL_CONFLICT"]', ['PROTEST', 'COERCE']],
    ['a kind that is not of the quad class', 'quads: ["MATERIAL_CONFLICT"], types: ["AID"]', []],
    ['modes', 'modes: ["demo"]', ['PROTEST']],
    ['those who take part', `of: {name: "${PIET}"}`, ['CONSULT']],
    ['all of those who take part', `of: [{name: "${PIET}"}, {name: "dockers"}]`, []],
    ['a month', 'when: {from: "2024-02", to: "2024-02"}', ['PROTEST', 'COERCE', 'CONSULT']],
    ['a standing', 'standing: [PLANNED]', ['AID']],
    ['the narrator', 'vouchedBy: {narrator: true}', ['COERCE', 'CONSULT']],
    ['a speaker', `vouchedBy: {speaker: {name: "${MARA}"}}`, ['PROTEST']],
    ['an outlet', 'source: "Post"', ['CONSULT']],
    ['what was known by a day', 'asOf: "2024-02-15"', ['PROTEST', 'COERCE']],
    ['confidence', 'minConfidence: 0.95', []],
    ['sources', 'minSources: 2', []],
    ['the newest first', 'order: NEWEST_FIRST', ['CONSULT', 'COERCE', 'PROTEST']],
    ['a name that nobody has', 'of: {name: "Nobody At All"}', []],
  ])('%s', async (_, filter, types) => {
    const { data, errors } = await ask(`{ timeline(${filter}) { edges { node { type { id } } } } }`);
    expect(errors).toBeUndefined();
    expect(data.timeline.edges.map(({ node }: any) => node.type.id)).toEqual(types);
  });

  test('events are of every standing, the newest first', async () => {
    const { data } = await ask('{ events { edges { node { type { id } standing } } } }');
    expect(data.events.edges.map(({ node }: any) => node.type.id)).toEqual(['AID', 'CONSULT', 'COERCE', 'PROTEST']);
  });

  test('evidence of a timeline as of some day is of that day', async () => {
    const { data } = await ask('{ timeline(asOf: "2024-02-15") { edges { node { evidence { exact } } } } }');
    expect(data.timeline.edges.map(({ node }: any) => node.evidence[0].exact)).toEqual(['march', 'arrest']);
  });

  test('a page goes on where the one before ended, also when something comes in between', async () => {
    const page =
      'query($after: String) { timeline(first: 2, after: $after) { edges { cursor node { type { id } } } pageInfo { hasNextPage endCursor } } }';
    const first = (await ask(page)).data.timeline;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(first.edges[1].cursor).toBe(first.pageInfo.endCursor);
    const second = (await ask(page, { after: first.pageInfo.endCursor })).data.timeline;
    expect(second.edges.map(({ node }: any) => node.type.id)).toEqual(['CONSULT']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe('who is who', () => {
  test('an ambiguous name is refused with its candidates', async () => {
    const { errors } = await ask('{ timeline(of: {name: "Oduya"}) { edges { cursor } } }');
    expect(errors?.[0].extensions).toMatchObject({
      code: 'AMBIGUOUS_NAME',
      argument: 'of',
      candidates: [
        { name: 'Oduya', type: 'Group' },
        { name: MARA, type: 'Person', articleCount: 2 },
      ],
    });
  });

  test('and taken with the type', async () => {
    const { data } = await ask('{ timeline(of: {name: "Oduya", type: PERSON}) { edges { node { type { id } } } } }');
    expect(data.timeline.edges).toHaveLength(1);
  });

  test('a name that nobody has is answered with a hint', async () => {
    const { data, extensions } = await ask('{ statements(by: {name: "Mara Odya"}) { edges { cursor } } }');
    expect(data.statements.edges).toEqual([]);
    expect(extensions.hints).toEqual([{ argument: 'by', name: 'Mara Odya', didYouMean: [MARA] }]);
  });

  test('an entity by id and by name, with offices and relations', async () => {
    const { data } = await ask(`{ entity(name: "${MARA}") { id type name names articleCount
      offices { label to { name } validFrom validTo evidence { exact } }
      relationships { type { id label } to { name } } evidence(first: 1) { exact } } }`);
    expect(data.entity).toMatchObject({
      type: 'PERSON',
      names: [MARA, 'oduya'],
      articleCount: 2,
      offices: [{ label: 'president', to: { name: LAND }, validFrom: '2020', validTo: '2024-06' }],
      relationships: [{ type: { id: 'HOLDS_OFFICE' } }, { type: { id: 'LEADS' }, to: { name: LEAGUE } }],
      evidence: [{ exact: MARA }],
    });
    const byId = await ask('query($id: ID!) { entity(id: $id) { name } node(id: $id) { __typename id } }', {
      id: data.entity.id,
    });
    expect(byId.data).toMatchObject({ entity: { name: MARA }, node: { __typename: 'Entity', id: data.entity.id } });
  });

  test.each([
    ['in force then', '{from: "2024-06", to: "2024-06"}', 1],
    ['over by then', '{from: "2024-08", to: "2024-09"}', 0],
    ['certainly in force all the time', '{from: "2021", to: "2022", match: CERTAINLY}', 1],
    ['not certainly in force all the time', '{from: "2021", to: "2025", match: CERTAINLY}', 0],
  ])('relationships %s', async (_, when, count) => {
    const { data, errors } = await ask(
      `{ relationships(of: {name: "${MARA}"}, with: {name: "${LAND}"}, types: ["HOLDS_OFFICE"], when: ${when}) { edges { node { label from { name } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.relationships.edges).toHaveLength(count);
  });

  test('a node of each kind by its id', async () => {
    const { data } = await ask(
      '{ timeline(first: 1) { edges { node { id links { type { id } to { lemma } } } } } statements(first: 1) { edges { node { id } } } }',
    );
    const [event, statement] = [data.timeline.edges[0].node, data.statements.edges[0].node];
    expect(event.links).toEqual([{ type: { id: 'CAUSES' }, to: { lemma: 'arrest' } }]);
    const ids = [event.id, statement.id, 'a1', 'nobody'];
    const found = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids });
    expect(found.data.nodes.map((node: any) => node?.__typename ?? null)).toEqual([
      'Event',
      'Statement',
      'Article',
      null,
    ]);
  });

  test('an id of a retracted article is gone', async () => {
    const graph = aGraph();
    await graph.remember([aStory({ id: 'r', entities: [['Person', MARA]] })]);
    const id = (await graph.named(MARA))[0]?.id;
    await graph.decide({ act: { kind: 'retract', article: 'r' }, by: 'test', why: null });
    const other = await anApi(graph);
    expect((await other.ask('query($id: ID!) { node(id: $id) { id } }', { id })).errors?.[0].extensions.code).toBe(
      'GONE',
    );
    await other.server.close();
    await graph.close();
  });
});

test('an article tells what it says', async () => {
  const { data } = await ask(
    '{ article(id: "a1") { statements { words audience { name } events { modality event { lemma } } } events { summary } entities { name } } }',
  );
  expect(data.article.statements).toMatchObject([
    { words: 'The League stands by us' },
    {
      words: 'Dockers marched',
      audience: [{ name: LEAGUE }],
      events: [{ modality: 'ACTUAL', event: { lemma: 'march' } }],
    },
  ]);
  expect(data.article.events[0].summary).toBe('Protest (demonstration): dockers, Karsholm, 2024-02-08');
  expect(data.article.entities).toHaveLength(5);
});

test('what is out of bounds is told by its own name', async () => {
  const { errors } = await ask(`{ neighbourhood(of: {name: "${MARA}"}, depth: 9) { nodes { id } } }`);
  expect(errors?.[0]).toMatchObject({ message: 'depth: 9: give 1 to 3', extensions: { argument: 'depth' } });
});

test.each([
  ['modes: ["Riot"]', 'riot'],
  ['types: ["protests"]', 'PROTEST'],
  ['quads: ["material"]', 'MATERIAL_COOPERATION'],
])('%s is refused with what is near it first', async (filter, first) => {
  const { errors } = await ask(`{ timeline(${filter}) { edges { cursor } } }`);
  expect(errors?.[0].extensions.allowed[0]).toBe(first);
  expect(errors?.[0].message).toContain(`did you mean "${first}"?`);
});

test.each([
  ['timeline(source: "the post")', ['Post']],
  ['statements(source: "Gazette of Nowhere")', []],
])('an outlet of which nothing is found is told with what may have been meant: %s', async (list, didYouMean) => {
  const { data, extensions } = await ask(`{ ${list} { edges { cursor } } }`);
  expect(Object.values(data as Record<string, { edges: unknown[] }>)[0]?.edges).toEqual([]);
  expect(extensions?.hints).toMatchObject([{ argument: 'source', didYouMean }]);
});

test('the vocabulary has a label for every word', async () => {
  const { data } = await ask(
    '{ vocabulary { events { id label quad modes { id label } } contexts { id } say { id } relations { id } links { id } entities { id } } }',
  );
  expect(data.vocabulary.events).toHaveLength(17);
  expect(data.vocabulary.say).toHaveLength(14);
});

test.each([
  ['neither id nor name', '{ timeline(of: {}) { edges { cursor } } }', 'BAD_REFERENCE'],
  ['id and name', '{ timeline(of: {id: "a", name: "b"}) { edges { cursor } } }', 'BAD_REFERENCE'],
  ['two vouchers', '{ timeline(vouchedBy: {narrator: true, source: "Wire"}) { edges { cursor } } }', 'BAD_REFERENCE'],
  ['a person for a place', `{ timeline(place: {name: "${MARA}"}) { edges { cursor } } }`, 'BAD_REFERENCE'],
  ['a drawing of too many steps', `{ neighbourhood(of: {name: "${MARA}"}, depth: 9) { nodes { id } } }`, 'BAD_PAGE'],
  ['no kind of event', '{ timeline(types: ["PARTY"]) { edges { cursor } } }', 'BAD_VALUE'],
  ['no way of doing it', '{ timeline(modes: ["riots"]) { edges { cursor } } }', 'BAD_VALUE'],
  ['a share over one', '{ timeline(minConfidence: 7) { edges { cursor } } }', 'BAD_VALUE'],
  ['fewer than no sources', '{ timeline(minSources: -1) { edges { cursor } } }', 'BAD_VALUE'],
  ['a share below zero', '{ statements(minConfidence: -0.1) { edges { cursor } } }', 'BAD_VALUE'],
  [
    'a time that ends before it begins',
    '{ timeline(when: {from: "2024-03", to: "2024-02"}) { edges { cursor } } }',
    'BAD_DATE',
  ],
  // `soon` is no EDTF: the scalar refuses it before the query runs.
  ['no time', '{ timeline(when: {from: "soon"}) { edges { cursor } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'another list’s cursor',
    `{ timeline(after: "${Buffer.from('["a"]').toString('base64url')}") { edges { cursor } } }`,
    'BAD_CURSOR',
  ],
])('%s is refused', async (_, query, code) => {
  const { errors } = await ask(query);
  expect(errors?.[0].extensions.code).toBe(code);
});
