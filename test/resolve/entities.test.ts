import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory, type Story } from '../support/a-story.ts';

/** How many nodes have a name, after these articles. */
async function nodesNamed(name: string, articles: readonly Extraction[]): Promise<number> {
  const store = aGraph();
  await store.remember(articles);
  const found = await store.named(name);
  await store.close();
  return found.length;
}

const MINISTRY: NonNullable<Story['entities']>[number] = ['Organization', 'Interior Ministry'];
const place = (name: string, code?: string): NonNullable<Story['entities']>[number] => [
  'Place',
  name,
  code ? { country: code, gazetteer: `country:${code}` } : {},
];

describe('a body that every country has is known by the country of its article', () => {
  test.each<[string, number, Story[]]>([
    [
      'the gazetteer knows the country',
      1,
      [
        { id: 'a', entities: [place('Austria', 'AUT'), MINISTRY] },
        { id: 'b', text: 'b', entities: [place('Linz'), place('Austria', 'AUT'), MINISTRY] },
      ],
    ],
    [
      'its people are named after it',
      1,
      [
        { id: 'a', entities: [place('Aurland'), MINISTRY] },
        { id: 'b', text: 'Aurlandian troops', entities: [place('Sarnholm'), place('Aurland'), MINISTRY] },
      ],
    ],
    [
      'the place that it is about is part of it',
      1,
      [
        { id: 'a', entities: [place('Aurland'), MINISTRY] },
        {
          id: 'b',
          text: 'b',
          entities: [place('Sarnholm'), place('Aurland'), MINISTRY],
          relations: [['PART_OF', 'Sarnholm', 'Aurland']],
        },
      ],
    ],
    [
      'another country has one too',
      2,
      [
        { id: 'a', text: 'Aurlandian troops', entities: [place('Aurland'), MINISTRY] },
        { id: 'b', text: 'Belmarian troops', entities: [place('Belmaria'), MINISTRY] },
      ],
    ],
  ])('%s: %i', async (_what, count, stories) => {
    expect(await nodesNamed('Interior Ministry', stories.map(aStory))).toBe(count);
  });
});

describe('a name of one word', () => {
  test.each<[string, number, Story[]]>([
    [
      'is the body of its article whose name begins with it',
      1,
      [
        {
          id: 'a',
          entities: [
            ['Organization', 'Quillon Wire'],
            ['Person', 'Quillon'],
          ],
        },
        { id: 'b', text: 'b', entities: [['Organization', 'Quillon Wire']] },
      ],
    ],
    [
      'is not a person who has it for a first name',
      0,
      [
        {
          id: 'a',
          entities: [
            ['Person', 'Quillon Orr'],
            ['Person', 'Quillon'],
          ],
        },
      ],
    ],
    [
      'is not one of two bodies that begin with it',
      0,
      [
        {
          id: 'a',
          entities: [
            ['Organization', 'Quillon Wire'],
            ['Organization', 'Quillon Lines'],
            ['Person', 'Quillon'],
          ],
        },
      ],
    ],
  ])('%s', async (_what, joined, stories) => {
    const store = aGraph();
    await store.remember(stories.map(aStory));
    const longer = [...(await store.named('Quillon Wire')), ...(await store.named('Quillon Orr'))];
    expect(longer).toHaveLength(1);
    expect(longer[0]?.names.includes('Quillon') ? 1 : 0).toBe(joined);
    await store.close();
  });
});
