import { expect, test } from '@jest/globals';
import { apiSchema } from '../../src/api/schema.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { anApi } from '../support/an-api.ts';
import { randomOf, randomQuery } from '../support/random-query.ts';

const QUERIES = 2000;
const COMPILED = 5;
const OURS = new Set([200, 400]);

test(`${QUERIES} valid queries that nobody thought of are answered or refused, none fails`, async () => {
  const store = aGraph();
  await store.remember([
    aStory({
      id: 'a',
      source: 'Wire',
      entities: [
        ['Person', 'Mara Oduya'],
        ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }],
        ['Organization', 'Inner Sea League'],
      ],
      statements: [
        { by: 'Mara Oduya', words: 'We will see', about: [['Inner Sea League', 'critical']], on: '2024-02-10' },
      ],
      events: [
        {
          type: 'PROTEST',
          trigger: 'march',
          on: '2024-02-10',
          at: 'Karsholm',
          by: ['Mara Oduya'],
          against: ['Inner Sea League'],
        },
        { type: 'OTHER', trigger: 'storm', said: 0 },
      ],
      relations: [['LEADS', 'Mara Oduya', 'Inner Sea League']],
      links: [['CAUSES', 0, 1]],
    }),
  ]);
  const { server, ask } = await anApi(store, { ratePerMinute: 1e9 });
  const schema = apiSchema();
  const random = randomOf(7);
  const told = { answered: 0, refused: 0 };
  for (let n = 0; n < QUERIES; n++) {
    const query = randomQuery(schema, random);
    const { status, data, errors = [] } = await ask(query);
    const codes = errors.map(({ extensions }) => extensions?.code);
    expect([query, status, OURS.has(status), codes.filter((code) => /INTERNAL/.test(code))]).toEqual([
      query,
      status,
      true,
      [],
    ]);
    if (data) told.answered++;
    else told.refused++;
    if (n % COMPILED !== 0) continue;
    // What is asked for the third time is compiled.
    await ask(query);
    const again = await ask(query);
    expect([query, again.status, again.data, again.errors ?? []]).toEqual([query, status, data, errors]);
  }
  console.log(`${told.answered} answered, ${told.refused} refused`);
  expect(told.answered).toBeGreaterThan(QUERIES / 4);
  await server.close();
  await store.close();
}, 600_000);
