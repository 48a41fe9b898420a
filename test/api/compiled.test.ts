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
      statements: [{ by: 'Mara Oduya', words: 'We will see' }],
      events: [{ type: 'PROTEST', trigger: 'march', on: '2024-02-10', at: 'Karsholm', by: ['Mara Oduya'] }],
    }),
  ]);
  api = await anApi(store);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

const EVENTS = 'timeline { edges { cursor node { __typename id names: participants { role entity { name } } } } }';

test.each<[string, string, object]>([
  [
    'aliases, an interface and a union',
    `{ a: ${EVENTS} b: ${EVENTS} search(query: "Mara") { edges { node { __typename ... on Entity { name } } } } }`,
    {},
  ],
  [
    'a fragment, and fields that are left out',
    `query($is: Boolean!) { ${EVENTS} ...More @include(if: $is) } fragment More on Query { stats { events @skip(if: $is) entities } }`,
    { is: true },
  ],
  [
    'a variable that is not given, with a default',
    'query($n: Int = 1) { entities(first: $n) { edges { node { name } } } }',
    {},
  ],
  [
    'one value where a list is asked for',
    'query($of: [EntityRef!]) { timeline(of: $of) { edges { node { lemma } } } }',
    { of: { name: 'Mara Oduya' } },
  ],
  [
    'an enum and a scalar of ours',
    'query($m: Match, $d: EDTF) { timeline(when: {from: $d, match: $m}) { edges { node { time { edtf basis } standing } } } }',
    { m: 'CERTAINLY', d: '2024-02' },
  ],
  ['an alias that is a word of JavaScript', `{ constructor: ${EVENTS} toString: ${EVENTS} __proto__: ${EVENTS} }`, {}],
  ['a field that fails, deep in a list', '{ timeline { edges { node { lemma evidence(first: 99) { exact } } } } }', {}],
  ['a field that fails and may be null', '{ event(id: "nonsense") { id } stats { events } }', {}],
  ['a name that nobody has', '{ timeline(of: {name: "Piet Lorne"}) { edges { cursor } } }', {}],
  ['a variable of another type', 'query($n: Int) { entities(first: $n) { edges { cursor } } }', { n: 'many' }],
  ['a variable that is missing', 'query($id: ID!) { event(id: $id) { id } }', {}],
])('%s: the same when it is asked again and again', async (_what, query, variables) => {
  const first = await api.ask(query, variables);
  expect(first.status === 200 || first.errors).toBeTruthy();
  for (let times = 2; times <= 4; times++) expect(await api.ask(query, variables)).toEqual(first);
});

test('what is compiled for one is answered for others', async () => {
  const query = 'query($of: [EntityRef!]) { timeline(of: $of) { edges { node { lemma } } } }';
  const of = (name: string) => api.ask(query, { of: [{ name }] });
  for (let times = 0; times < 3; times++) expect((await of('Mara Oduya')).data.timeline.edges).toHaveLength(1);
  expect((await of('Piet Lorne')).data.timeline.edges).toEqual([]);
  expect((await api.ask(query, { of: [{ name: 7 }] })).errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
});
