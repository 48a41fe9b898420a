import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

let store: GraphStore;
let api: Api;

beforeAll(async () => {
  store = aGraph();
  await store.remember([
    aStory({
      id: 'a',
      entities: [
        ['Person', 'Mara Oduya'],
        ['Place', 'Karsholm'],
      ],
      statements: [{ by: 'Mara Oduya', words: 'We will see', about: [['Karsholm', 'critical']] }],
      events: [{ type: 'PROTEST', trigger: 'march', on: '2024-02-10', at: 'Karsholm', by: ['Mara Oduya'] }],
    }),
  ]);
  const failing: GraphStore = {
    ...store,
    within: () => failing,
    health: () => Promise.reject(new Error('it is down')),
  };
  api = await anApi(failing);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const EVENTS = 'timeline { edges { cursor node { __typename id names: participants { role entity { name } } } } }';

test.each<[string, string, object, string | null]>([
  [
    'aliases and an interface',
    `{ a: ${EVENTS} b: ${EVENTS} search(text: "Mara") { kind node { id __typename ... on Entity { name } } } }`,
    {},
    null,
  ],
  [
    'a union',
    '{ statements { edges { node { about { stance target { __typename ... on Entity { name } ... on Event { lemma } } } } } } }',
    {},
    null,
  ],
  [
    'a fragment, and fields that are left out',
    `query($is: Boolean!) { ${EVENTS} ...More @include(if: $is) } fragment More on Query { changeCursor @skip(if: $is) vocabulary { contexts { id } } }`,
    { is: true },
    null,
  ],
  [
    'a variable that is not given, with a default',
    'query($n: Int = 1) { entities(search: "Mara", first: $n) { edges { node { name } } } }',
    {},
    null,
  ],
  [
    'one value where a list is asked for',
    'query($of: [EntityRef!]) { timeline(of: $of) { edges { node { lemma } } } }',
    { of: { name: 'Mara Oduya' } },
    null,
  ],
  [
    'an enum and a scalar of ours',
    'query($m: Match!, $d: EDTF) { timeline(when: {from: $d, match: $m}) { edges { node { time { edtf basis } standing } } } }',
    { m: 'CERTAINLY', d: '2024-02' },
    null,
  ],
  [
    'an alias that is a word of JavaScript',
    `{ constructor: ${EVENTS} toString: ${EVENTS} __proto__: ${EVENTS} }`,
    {},
    null,
  ],
  [
    'a field that fails, deep in a list',
    '{ timeline(first: 2) { edges { node { lemma evidence(first: 99) { exact } } } } }',
    {},
    'BAD_PAGE',
  ],
  ['a field that fails beside others', '{ node(id: "nonsense") { id } health { status } }', {}, 'INTERNAL'],
  ['a name that nobody has', '{ timeline(of: {name: "Piet Lorne"}) { edges { cursor } } }', {}, null],
  [
    'a variable of another type',
    'query($n: Int) { timeline(first: $n) { edges { cursor } } }',
    { n: 'many' },
    'BAD_USER_INPUT',
  ],
  ['a variable that is missing', 'query($id: ID!) { event(id: $id) { id } }', {}, 'BAD_USER_INPUT'],
])('%s: the same when it is asked again and again', async (_what, query, variables, code) => {
  const first = await api.ask(query, variables);
  expect(first.errors?.[0].extensions.code ?? null).toBe(code);
  for (let times = 2; times <= 4; times++) expect(await api.ask(query, variables)).toEqual(first);
});

test('what is compiled for one is answered for others', async () => {
  const query = 'query($of: [EntityRef!]) { timeline(of: $of) { edges { node { lemma } } } }';
  const of = (name: string) => api.ask(query, { of: [{ name }] });
  for (let times = 0; times < 3; times++) expect((await of('Mara Oduya')).data.timeline.edges).toHaveLength(1);
  expect((await of('Piet Lorne')).data.timeline.edges).toEqual([]);
  expect((await api.ask(query, { of: [{ name: 7 }] })).errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
});
