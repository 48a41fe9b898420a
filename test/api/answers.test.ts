import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stretchOf } from '../../src/api/bars-of.ts';
import { layout } from '../../src/api/graph/layout.ts';
import { stretchesOf } from '../../src/api/positions-of.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import type { Stance } from '../../src/knowledge/views.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

const [MARA, PIET, SANA, ILAN] = ['Mara Oduya', 'Piet Lorne', 'Sana Melk', 'Ilan Verko'];
const LEAGUE = 'Inner Sea League';

let store: GraphStore;
let api: Api;
const ask: Api['ask'] = (...asked) => api.ask(...asked);

beforeAll(async () => {
  store = aGraph();
  const said = (words: string, on: string, stance: Stance) => ({
    by: MARA,
    words,
    on,
    about: [[LEAGUE, stance]] as const,
  });
  const town = ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }] as const;
  await store.remember([
    aStory({
      id: 'a',
      source: 'Wire',
      publishedAt: '2024-02-10',
      entities: [['Person', MARA], ['Person', PIET], ['Organization', LEAGUE], town, ['Group', 'dockers']],
      statements: [
        said('We stand by it', '2024-02-01', 'supportive'),
        said('It meets on Monday', '2024-02-03', 'neutral'),
        said('It left us alone', '2024-02-05', 'critical'),
        said('It is of no use', '2024-02-07', 'critical'),
      ],
      events: [
        { type: 'CONSULT', trigger: 'meet', on: '2024-02-04', by: [MARA, PIET] },
        {
          type: 'PROTEST',
          trigger: 'march',
          mode: 'demo',
          on: '2024-02-09',
          at: 'Karsholm',
          by: ['dockers'],
          least: 2000,
        },
        { type: 'OTHER', trigger: 'storm' },
      ],
    }),
    aStory({
      id: 'b',
      source: 'Post',
      publishedAt: '2024-02-11',
      entities: [['Person', PIET], ['Person', SANA], ['Person', ILAN], town, ['Group', 'dockers']],
      events: [
        { type: 'AGREE', trigger: 'sign', on: '2024-02-06', by: [PIET, SANA] },
        {
          type: 'PROTEST',
          trigger: 'march',
          mode: 'demo',
          on: '2024-02-09',
          at: 'Karsholm',
          by: ['dockers'],
          least: 900,
        },
      ],
      relations: [['WORKS_FOR', ILAN, SANA, 'adviser']],
    }),
  ]);
  api = await anApi(store);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

test.each([
  ['DAY', '2024-02-29', '2024-02-29'],
  ['WEEK', '2024-02-26', '2024-03-03'],
  ['MONTH', '2024-02-01', '2024-02-29'],
  ['YEAR', '2024-01-01', '2024-12-31'],
] as const)('the %s of a day', (bucket, start, end) => {
  expect(stretchOf('2024-02-29', bucket)).toEqual([start, end]);
});

test('a histogram counts by week and what it is made of', async () => {
  const { data } = await ask(
    '{ histogram(bucket: WEEK, by: QUAD) { bars { start end count parts { key count } } total undated isComplete completeTo } }',
  );
  expect(data.histogram).toEqual({
    bars: [
      { start: '2024-01-29', end: '2024-02-04', count: 1, parts: [{ key: 'VERBAL_COOPERATION', count: 1 }] },
      {
        start: '2024-02-05',
        end: '2024-02-11',
        count: 2,
        parts: [
          { key: 'MATERIAL_CONFLICT', count: 1 },
          { key: 'VERBAL_COOPERATION', count: 1 },
        ],
      },
    ],
    total: 4,
    undated: 1,
    isComplete: true,
    completeTo: null,
  });
});

describe('positions', () => {
  test('a change of mind has its words at both ends', async () => {
    const { data } = await ask(`{ positions(by: {name: "${MARA}"}, about: {name: "${LEAGUE}"}) {
      count isComplete stretches { stance from to count } changes { from to before { words } after { words } } } }`);
    expect(data.positions).toEqual({
      count: 4,
      isComplete: true,
      stretches: [
        { stance: 'SUPPORTIVE', from: '2024-02-01', to: '2024-02-03', count: 2 },
        { stance: 'CRITICAL', from: '2024-02-05', to: '2024-02-07', count: 2 },
      ],
      changes: [
        {
          from: 'SUPPORTIVE',
          to: 'CRITICAL',
          before: { words: 'We stand by it' },
          after: { words: 'It left us alone' },
        },
      ],
    });
  });

  test.each<[string, Stance[], number[]]>([
    ['nothing', [], []],
    ['neutral alone is one', ['neutral', 'neutral'], [2]],
    ['neutral ones before belong to the first', ['neutral', 'critical'], [2]],
    ['back and forth', ['critical', 'supportive', 'neutral', 'critical'], [1, 2, 1]],
  ])('%s', (_, stances, lengths) => {
    const stands = stances.map((stance, at) => ({ stance, day: `2024-02-0${at + 1}`, view: {} as never }));
    expect(stretchesOf(stands).map(({ length }) => length)).toEqual(lengths);
  });
});

test('accounts of one event, each with its own numbers and words', async () => {
  const { data: found } = await ask('{ timeline(types: ["PROTEST"]) { edges { node { id sourceCount } } } }');
  const [{ node }] = found.timeline.edges;
  expect(node.sourceCount).toBe(2);
  const { data } = await ask(
    'query($id: ID!) { accounts(of: $id) { edges { node { source article { id } participants { entity { name } quantities { min } } vouchers { modality statement { id } } evidence { exact article { id } } } } } }',
    { id: node.id },
  );
  expect(data.accounts.edges.map((edge: any) => edge.node)).toMatchObject([
    {
      source: 'Wire',
      participants: [{ quantities: [{ min: 2000 }] }],
      evidence: [{ exact: 'march', article: { id: 'a' } }],
    },
    {
      source: 'Post',
      participants: [{ quantities: [{ min: 900 }] }],
      vouchers: [{ modality: 'ACTUAL', statement: null }],
    },
  ]);
});

describe('path', () => {
  const path = (from: string, to: string, more = '') =>
    `{ path(from: {name: "${from}"}, to: {name: "${to}"}${more}) { length nodes { name } ties { types { key } events { lemma } statements { words } relationships { label } } } }`;

  test('over shared events and a lasting fact', async () => {
    const { data, errors } = await ask(path(MARA, ILAN));
    expect(errors).toBeUndefined();
    expect(data.path.nodes.map(({ name }: any) => name)).toEqual([MARA, PIET, SANA, ILAN]);
    expect(data.path.ties).toMatchObject([
      { types: [{ key: 'CONSULT' }], events: [{ lemma: 'meet' }] },
      { types: [{ key: 'AGREE' }], events: [{ lemma: 'sign' }] },
      { types: [], relationships: [{ label: 'adviser' }] },
    ]);
  });

  test.each([
    ['too short', MARA, ILAN, ', longest: 2', null],
    ['to somewhere it does not hang together with', MARA, 'Karsholm', '', null],
    ['in a time when they met', MARA, SANA, ', when: {from: "2024-02-01", to: "2024-02-10"}', 2],
    ['in a time when they did not', MARA, SANA, ', when: {from: "2024-02-05", to: "2024-02-10"}', null],
    ['to oneself', MARA, MARA, '', 0],
  ])('%s', async (_, from, to, more, length) => {
    const { data, errors } = await ask(path(from, to, more));
    expect(errors).toBeUndefined();
    expect(data.path?.length ?? null).toBe(length);
  });
});

describe('graphs to draw', () => {
  test('actors: edges weigh shared events and what is said', async () => {
    const { data } = await ask(
      '{ graph(filter: {}) { nodes { label kind weight start end x y community } edges { kind weight quads { key count } stances { key count } start end } isComplete } }',
    );
    expect(data.graph.nodes.map(({ label }: any) => label).sort()).toEqual(
      [MARA, PIET, SANA, LEAGUE, 'dockers', 'dockers'].sort(),
    );
    expect(data.graph.edges[0]).toEqual({
      kind: 'MEETS',
      weight: 4,
      quads: [],
      stances: [
        { key: 'CRITICAL', count: 2 },
        { key: 'NEUTRAL', count: 1 },
        { key: 'SUPPORTIVE', count: 1 },
      ],
      start: '2024-02-01',
      end: '2024-02-07',
    });
    expect(data.graph.isComplete).toBe(true);
  });

  test('facts: events with who takes part and where', async () => {
    const { data } = await ask(
      '{ graph(filter: {types: ["PROTEST"]}, view: FACTS) { nodes { label kind node { __typename } } edges { kind } } }',
    );
    expect(data.graph.edges.map(({ kind }: any) => kind).sort()).toEqual(['ACTOR', 'ACTOR', 'LOCATED_IN']);
    expect(data.graph.nodes.map(({ kind }: any) => kind).sort()).toEqual(['ENTITY', 'ENTITY', 'ENTITY', 'EVENT']);
  });

  test('a node stays where it is when the time changes', async () => {
    const asked = (when: string) => `{ graph(filter: {${when}}) { nodes { id x y } } }`;
    const all = (await ask(asked(''))).data.graph.nodes;
    const some = (await ask(asked('when: {from: "2024-02-04", to: "2024-02-04"}'))).data.graph.nodes;
    expect(some.length).toBeLessThan(all.length);
    for (const node of some) expect(all).toContainEqual(node);
  });

  test('the neighbourhood of an entity, two steps far', async () => {
    const asked = (depth: number) =>
      `{ neighbourhood(of: {name: "${MARA}"}, depth: ${depth}) { nodes { label } edges { kind } } }`;
    const labels = async (depth: number) =>
      (await ask(asked(depth))).data.neighbourhood.nodes.map(({ label }: any) => label);
    expect((await labels(1)).sort()).toEqual([MARA, PIET, LEAGUE].sort());
    expect(await labels(2)).toContain(SANA);
  });

  test('one layout for one graph, in steps', async () => {
    const nodes = Array.from({ length: 300 }, (_, at) => ({ id: `n${at}` }));
    const edges = nodes.slice(1).map(({ id }, at) => ({ source: id, target: `n${at >> 1}`, weight: 1 }));
    let steps = 0;
    const step = async () => void steps++;
    expect(await layout(nodes, edges, step)).toEqual(await layout(nodes, edges, step));
    expect(steps).toBeGreaterThan(20);
    expect((await layout([], [], step)).size).toBe(0);
  });
});

test.each([
  ['a name with a slip', 'Mara Oduia', 'ENTITY', MARA],
  [
    'a kind of event in a place',
    'protests Karsholm',
    'EVENT',
    'Protest (demonstration): dockers, Karsholm, 2024-02-09',
  ],
  [
    'a kind of event in a place, asked as one speaks',
    'Who was protesting in Karsholm?',
    'EVENT',
    'Protest (demonstration): dockers, Karsholm, 2024-02-09',
  ],
  ['who is named in a question', 'What does Mara Oduya think of it?', 'ENTITY', MARA],
  ['words that were said', 'left us alone', 'STATEMENT', 'It left us alone'],
  ['what someone said of something', 'What did Mara say about who was left alone?', 'STATEMENT', 'It left us alone'],
  ['an article that names someone', 'Ilan Verko', 'ARTICLE', 'Piet Lorne. '],
])('search finds %s', async (_, text, kind, label) => {
  const { data, errors } = await ask(
    'query($text: String!, $kind: SearchKind!) { search(text: $text, kinds: [$kind]) { kind label node { id __typename } } }',
    { text, kind },
  );
  expect(errors).toBeUndefined();
  expect(data.search[0]).toMatchObject({ kind });
  expect(data.search[0].label).toContain(label);
});
