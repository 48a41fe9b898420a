import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory, type Story } from '../support/a-story.ts';
import { collected } from '../support/collected.ts';

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

describe('the navy of a country', () => {
  type Entities = NonNullable<Story['entities']>;
  const navy = (type: Entities[number][0], name: string, country: string, unnamed: boolean): Entities => [
    place('Linz'),
    [type, name, unnamed ? { country, unnamed } : { country }],
  ];

  test.each<[string, number, Entities, Entities]>([
    [
      'with a capital and without',
      1,
      navy('Organization', 'Austrian Navy', 'AUT', false),
      navy('Group', 'the Austrian navy', 'AUT', true),
    ],
    [
      'of the people and of the country',
      1,
      navy('Group', 'Austria’s navy', 'AUT', true),
      navy('Organization', 'Austrian Navy', 'AUT', false),
    ],
    ['of another', 2, navy('Group', 'the Austrian navy', 'AUT', true), navy('Group', 'the Belgian navy', 'BEL', true)],
    [
      'whose it is, nobody says',
      2,
      navy('Organization', 'Austrian Navy', 'AUT', false),
      [['Group', 'the navy', { unnamed: true }]],
    ],
    [
      'no navy but a ship of it',
      2,
      navy('Organization', 'Austrian Navy', 'AUT', false),
      navy('Group', 'an Austrian navy ship', 'AUT', true),
    ],
  ])('%s: %i', async (_what, count, one, other) => {
    const store = aGraph();
    await store.remember([aStory({ id: 'a', entities: one }), aStory({ id: 'b', text: 'b', entities: other })]);
    const records = await collected(store.records());
    await store.close();
    expect(records.filter((each) => each.record === 'entity' && /navy/i.test(each.entity.name))).toHaveLength(count);
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

test('one short form of two first names makes nobody of both', async () => {
  const store = aGraph();
  const of = (id: string, name: string): Story => ({ id, text: id, entities: [['Person', name]] });
  await store.remember([of('a', 'Alexander Marsh'), of('b', 'Alex Marsh'), of('c', 'Alexandra Marsh')].map(aStory));
  const records = await collected(store.records());
  await store.close();
  expect(records.filter(({ record }) => record === 'entity')).toHaveLength(2);
});

describe('a last name alone', () => {
  const AT = ['Sarnholm', 'Velm Bank'].map((name) => ['Place', name] as const);
  const full: Story = { id: 'a', entities: [...AT, ['Person', 'Ada Merrin']] };
  const short: Story = { id: 'b', text: 'b', entities: [...AT, ['Person', 'Merrin']] };
  const another: Story = { id: 'c', text: 'c', entities: [...AT, ['Person', 'Ida Merrin']] };
  const earlier: Story = {
    ...full,
    id: 'd',
    text: 'd',
    publishedAt: '2000-01-01T08:00:00Z',
    entities: [['Person', 'Ada Jane Merrin']],
  };
  test.each<[string, readonly string[], Story[]]>([
    ['is whom an article of the day and story names in full', ['Ada Merrin, Merrin'], [full, short]],
    ['goes where she goes', ['Ada Jane Merrin, Ada Merrin, Merrin'], [full, short, earlier]],
    [
      'is nobody of another story',
      ['Ada Merrin', 'Merrin'],
      [
        full,
        {
          ...short,
          entities: [
            ['Place', 'Karsk'],
            ['Person', 'Merrin'],
          ],
        },
      ],
    ],
    ['is nobody of another day', ['Ada Merrin', 'Merrin'], [full, { ...short, publishedAt: '2000-01-01T08:00:00Z' }]],
    ['is nobody where two are as likely', ['Ada Merrin', 'Ida Merrin', 'Merrin'], [full, short, another]],
    [
      'is the one whose story is nearer',
      ['Ada Merrin', 'Ida Merrin, Merrin'],
      [
        full,
        { ...short, entities: [...(short.entities ?? []), ['Place', 'Karsk']] },
        { ...another, entities: [...(another.entities ?? []), ['Place', 'Karsk']] },
      ],
    ],
    [
      'is nobody else where its own article has somebody of that last name',
      ['Ada Merrin', 'Jon Merrin', 'Merrin'],
      [full, { ...short, entities: [...(short.entities ?? []), ['Person', 'Jon Merrin']] }],
    ],
    [
      'is no place of that name then',
      ['Ada Merrin, Merrin', 'Merrin'],
      [full, short, { id: 'e', text: 'e', entities: [['Place', 'Merrin']] }],
    ],
  ])('%s', async (_what, expected, stories) => {
    for (const given of [stories, [...stories].reverse()]) {
      const store = aGraph();
      for (const story of given) await store.remember([aStory(story)]);
      const records = await collected(store.records());
      await store.close();
      const names = records.flatMap((one) =>
        one.record === 'entity' ? [one.entity.names.filter((name) => /^[A-Z]/.test(name)).join(', ')] : [],
      );
      expect(names.filter((name) => name.includes('Merrin')).sort()).toEqual(expected);
    }
  });
});

describe('one without a name, of two articles', () => {
  type Entities = NonNullable<Story['entities']>;
  const unnamed = (name: string): Entities[number] => ['Person', name, { unnamed: true }];
  const AT: Entities = [
    ['Place', 'Sarnholm'],
    ['Organization', 'Velm Bank'],
  ];
  const a: Story = { id: 'a', entities: [...AT, unnamed('the masked robber')] };
  const b = (given: Partial<Story>): Story => ({
    id: 'b',
    text: 'b',
    entities: [...AT, unnamed('a robber')],
    ...given,
  });
  const twoOf = (...names: string[]) => [...AT, ...names.map(unnamed)];

  test.each<[string, number, Story, Story]>([
    ['one day, one story', 1, a, b({})],
    ['another story', 2, a, b({ entities: [['Place', 'Karsk'], ['Organization', 'Ostra Mint'], unnamed('a robber')] })],
    ['one name in common is not one story', 2, a, b({ entities: [['Place', 'Sarnholm'], unnamed('a robber')] })],
    ['another day', 2, a, b({ publishedAt: '2031-01-01T08:00:00Z' })],
    ['more of them', 2, a, b({ entities: twoOf('the robbers') })],
    [
      'another age',
      2,
      { ...a, entities: twoOf('a 20-year-old robber') },
      b({ entities: twoOf('a 35-year-old robber') }),
    ],
    ['two of them in one article', 2, a, b({ entities: twoOf('a robber', 'another robber') })],
    ['of two, the one called alike', 2, a, b({ entities: twoOf('a robber', 'a masked robber') })],
    [
      'two of each article, in another order',
      2,
      { ...a, entities: twoOf('an armed robber', 'the masked robber') },
      b({ entities: [['Place', 'Karsk'], ...twoOf('a masked robber', 'the armed robber')] }),
    ],
    ['nobody is another of his article', 3, a, b({ entities: twoOf('a robber', 'a second robber', 'a third robber') })],
    [
      'words with spaces about their hyphens',
      1,
      { ...a, entities: twoOf('the hit-and-run robber') },
      b({ entities: twoOf('a hit - and - run robber') }),
    ],
    [
      'two peoples before the noun',
      1,
      { ...a, entities: twoOf('23 Drevian and Karskan robbers') },
      b({ entities: twoOf('the robbers') }),
    ],
    [
      'several of them, told of by two phrases in one article',
      2,
      { ...a, entities: twoOf('robbers') },
      b({ entities: twoOf('the robbers', 'four masked robbers') }),
    ],
    [
      'told of with another name behind the noun',
      1,
      { ...a, entities: twoOf('the Tarn robber') },
      b({ entities: twoOf('a Tarn robber of the Velm Bank') }),
    ],
    [
      'told of by another name',
      2,
      { ...a, entities: twoOf('the Tarn robber') },
      b({ entities: twoOf('the Velm robber') }),
    ],
    ['several of them', 1, { ...a, entities: twoOf('robbers') }, b({ entities: twoOf('the robbers') })],
    [
      'several of them who speak',
      1,
      { ...a, entities: twoOf('robbers'), statements: [{ by: 'robbers', words: 'Hands up' }] },
      b({ entities: twoOf('the robbers'), statements: [{ by: 'the robbers', words: 'Nobody move' }] }),
    ],
    [
      'those whom each reporter asks',
      2,
      { ...a, entities: twoOf('witnesses'), statements: [{ by: 'witnesses', words: 'They ran' }] },
      b({ entities: twoOf('the witnesses'), statements: [{ by: 'the witnesses', words: 'They drove' }] }),
    ],
    ['a man of the same words with a name', 2, a, b({ entities: [...AT, ['Person', 'Robber']] })],
    [
      'only a speaker tells of him',
      2,
      a,
      b({ text: 'b', entities: [...AT, unnamed('a robber')], statements: [{ by: 'Velm Bank', words: 'it was' }] }),
    ],
  ])('%s: %i', async (what, count, one, other) => {
    const articles = [one, other].map(aStory).map((given) => (/speaker/.test(what) ? quoting(given) : given));
    const store = aGraph();
    await store.remember(articles);
    const records = await collected(store.records());
    await store.close();
    const robbers = records.flatMap((one) =>
      one.record === 'entity' && /robber|witness/i.test(one.entity.name) ? [one] : [],
    );
    expect(robbers).toHaveLength(count);
  });

  /** The same with all mentions of its unnamed within the words of its statements. */
  function quoting(given: Extraction): Extraction {
    const spans = given.entities.filter(({ aliases }) => aliases.length === 0).flatMap(({ mentions }) => mentions);
    const statements = given.statements.map((one) => ({ ...one, content: [...one.content, ...spans] }));
    return { ...given, statements };
  }
});

describe('a name in another form', () => {
  const person = (name: string): Story['entities'] => [['Person', name]];
  test.each<[string, number, Story['entities'], Story['entities']]>([
    ['an initial before two names', 1, person('J. Edwin Marsh'), person('Edwin Marsh')],
    ['a short first name', 1, person('Kate Marsh'), person('Katherine Marsh')],
    ['another short for the same', 2, person('Kathy Marsh'), person('Kate Marsh')],
    ['one that is not short for it', 2, person('Kate Marsh'), person('Karen Marsh')],
    ['a hyphen by itself', 1, person('Edwin - Marsh'), person('Edwin Marsh')],
    [
      'waters between two countries',
      1,
      [place('Gulf of Ostra', 'AUT')].map(bare),
      [place('Gulf of Ostra', 'DEU')].map(bare),
    ],
    ['towns of two countries', 2, [place('Ostra', 'AUT')].map(bare), [place('Ostra', 'DEU')].map(bare)],
  ])('%s: %i', async (_what, count, one, other) => {
    const store = aGraph();
    await store.remember([aStory({ id: 'a', entities: one! }), aStory({ id: 'b', text: 'b', entities: other! })]);
    const records = await collected(store.records());
    await store.close();
    expect(records.filter((one) => one.record === 'entity')).toHaveLength(count);
  });

  function bare([type, name, given]: NonNullable<Story['entities']>[number]): NonNullable<Story['entities']>[number] {
    return [type, name, given?.country ? { country: given.country } : {}];
  }
});
