import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MultiGraph } from 'graphology';
import gexfModule from 'graphology-gexf';
import graphmlModule from 'graphology-graphml';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';

// CommonJS packages whose types put the functions a level deeper than they are.
const gexf = gexfModule as unknown as { parse(Graph: typeof MultiGraph, text: string): MultiGraph };
const graphml = graphmlModule as unknown as { parse(Graph: typeof MultiGraph, text: string): MultiGraph };
const MARA = 'Mara <Oduya> & "Sons"';

let store: GraphStore;
let api: Api;
const get = async (url: string) => {
  const { statusCode, headers, body } = await api.server.inject(url);
  return { status: statusCode, type: headers['content-type'], body };
};

beforeAll(async () => {
  store = aGraph();
  await store.remember([
    aStory({
      id: 'a',
      source: 'Wire',
      entities: [
        ['Person', MARA],
        ['Person', '=cmd|calc'],
        ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }],
      ],
      statements: [{ by: MARA, words: 'He is wrong', about: [['=cmd|calc', 'critical']], on: '2024-02-08' }],
      events: [
        {
          type: 'CONSULT',
          trigger: 'meet',
          on: '2024-02-10',
          to: '2024-02-11',
          at: 'Karsholm',
          by: [MARA, '=cmd|calc'],
        },
        { type: 'OTHER', trigger: 'storm' },
      ],
    }),
  ]);
  api = await anApi(store);
});
afterAll(async () => {
  await api.server.close();
  await store.close();
});

test('GEXF is read by a library that knows it, and has days', async () => {
  const { status, type, body } = await get('/export/graph.gexf');
  expect([status, type]).toEqual([200, 'application/gexf+xml; charset=utf-8']);
  const graph = gexf.parse(MultiGraph, body);
  expect([graph.order, graph.size]).toEqual([2, 1]);
  expect(graph.mapNodes((_, { label }) => label)).toContain(MARA);
  expect(body).toMatch(/mode="dynamic" timeformat="date"/);
  expect(body).toMatch(/start="2024-02-08" end="2024-02-11"/);
});

test('GraphML is read by a library that knows it', async () => {
  const graph = graphml.parse(MultiGraph, (await get('/export/graph.graphml?view=FACTS')).body);
  expect(graph.order).toBe(5);
  expect(graph.mapEdges((_, { kind }) => kind).sort()).toEqual(['ACTOR', 'ACTOR', 'LOCATED_IN']);
  expect((await get('/export/graph.graphml')).body).toContain('<graph edgedefault="undirected">');
  expect((await get('/export/graph.graphml?view=FACTS')).body).toContain('<graph edgedefault="directed">');
  expect((await get('/export/graph.gexf?view=FACTS')).body).toContain('<graph defaultedgetype="directed"');
});

test('JSON for graphology, for Cytoscape, and plain', async () => {
  const graphology = JSON.parse((await get('/export/graph.json')).body);
  const graph = MultiGraph.from(graphology);
  expect([graph.order, graph.size]).toEqual([2, 1]);
  const { elements } = JSON.parse((await get('/export/graph.json?shape=cytoscape')).body);
  expect(elements.nodes[0]).toMatchObject({ data: { id: expect.any(String) }, position: { x: expect.any(Number) } });
  expect(JSON.parse((await get('/export/graph.json?shape=plain')).body)).toMatchObject({ isComplete: true });
});

test('CSV cannot be taken for formulas', async () => {
  const { body } = await get('/export/graph.csv?table=nodes');
  expect(body.split('\n')[0]).toBe('id,kind,label,type,weight,start,end,x,y,community');
  expect(body).toContain(",'=cmd|calc,");
  expect((await get('/export/timeline.csv')).body).toContain('2024-02-10/2024-02-11');
});

test('a timeline as JSON, for TimelineJS, and as linked data', async () => {
  const events = async (shape: string) => JSON.parse((await get(`/export/timeline.json?shape=${shape}`)).body);
  expect((await events('plain')).events).toMatchObject([
    { type: 'CONSULT', actors: [MARA, '=cmd|calc'], exact: 'meet', source: 'Wire' },
    { type: 'OTHER', start: null },
  ]);
  expect((await events('timelinejs')).events).toMatchObject([
    {
      start_date: { year: 2024, month: 2, day: 10 },
      end_date: { day: 11 },
      text: { headline: expect.stringContaining('&#60;Oduya&#62;') },
    },
  ]);
  const linked = await events('jsonld');
  expect(linked['@graph'][0]).toMatchObject({
    startDate: '2024-02-10',
    subjectOf: { 'oa:hasSelector': { 'oa:exact': 'meet' } },
  });
});

test('a calendar has lines of 75 bytes at most and an end that is not within', async () => {
  const { body } = await get('/export/timeline.ics');
  expect(body).toContain('DTSTART;VALUE=DATE:20240210\r\nDTEND;VALUE=DATE:20240212\r\n');
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
});

test.each([
  ['of nobody', '/export/timeline.csv?of=Nobody', 400],
  ['in a place that is none', '/export/graph.gexf?place=Nowhere', 400],
  ['of a parameter that is none', '/export/timeline.json?form=2024', 400],
  ['of a parameter that is another file’s', '/export/timeline.csv?view=FACTS', 400],
  ['of a table that is none', '/export/graph.csv?table=leaves', 400],
  ['of a kind that is not of the quad class', '/export/timeline.csv?types=AID&quads=MATERIAL_CONFLICT', 200],
  ['of a kind that is none', '/export/timeline.csv?types=PARTY', 400],
  ['of a time that is none', '/export/timeline.json?from=soon', 400],
  ['in a shape that is none', '/export/graph.json?shape=round', 400],
  ['with a number that is none', '/export/graph.gexf?minSources=many', 400],
])('a file %s', async (_, url, status) => {
  const answer = await get(url);
  expect(answer.status).toBe(status);
  if (status === 400) expect(JSON.parse(answer.body).errors[0].extensions.code).toMatch(/^BAD_/);
});
