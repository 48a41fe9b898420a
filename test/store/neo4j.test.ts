import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { generatedArticles } from '../../scripts/generate/articles.ts';
import { luckOf } from '../../scripts/generate/luck.ts';
import { cypherOf } from '../../src/graph/files/cypher-of.ts';
import { ALL_EVENTS, ALL_STATEMENTS } from '../../src/knowledge/everything.ts';
import { TABLES } from '../../src/knowledge/rows.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { schemaStatements } from '../../src/store/neo4j/apply-schema.ts';
import { columnsOf, LABELS, orderProperty } from '../../src/store/neo4j/labels.ts';
import { aGraph } from '../support/a-graph.ts';
import { aLineTo } from '../support/a-line-to.ts';
import { aStory, type Story } from '../support/a-story.ts';
import { collected } from '../support/collected.ts';
import { countWays, type Ways } from '../support/count-ways.ts';
import { lacksNeo4j, type TestServer, testServer } from '../support/neo4j.ts';
import { storeConformance } from './conformance.ts';

const MARA = 'Mara Oduya';
const TOWN = 'Karsholm';
const UNION = 'Dock Union';

/** An article in which Mara speaks of a protest, and leads a union. */
const story = (id: string, day: number, more: Partial<Story> = {}): Story => ({
  id,
  source: `Outlet ${id}`,
  publishedAt: `2024-02-${day}`,
  entities: [
    ['Person', MARA],
    ['Organization', UNION],
    ['Place', TOWN, { country: 'AUT', gazetteer: 'geonames:1' }],
  ],
  statements: [{ by: MARA, words: 'We were there', about: [[UNION, 'supportive']], to: UNION }],
  events: [{ type: 'PROTEST', trigger: 'protest', on: '2024-02-10', at: TOWN, by: [MARA], said: 0 }],
  relations: [['LEADS', MARA, UNION, 'chair']],
  ...more,
});

/** What happened in a part of a part of the town. */
const inTheRow: Story = {
  id: 'c',
  publishedAt: '2024-02-12',
  entities: [
    ['Place', TOWN, { country: 'AUT', gazetteer: 'geonames:1' }],
    ['Place', 'Karsholm Market', { country: 'AUT' }],
    ['Place', 'Copper Row', { country: 'AUT' }],
  ],
  events: [{ type: 'ASSAULT', trigger: 'brawl', on: '2024-02-09', at: 'Copper Row' }],
  relations: [
    ['PART_OF', 'Karsholm Market', TOWN],
    ['PART_OF', 'Copper Row', 'Karsholm Market'],
  ],
};

test('every order of every table has its index in schema/neo4j.cypher', () => {
  const schema = schemaStatements();
  for (const [table, { orders }] of Object.entries(TABLES)) {
    const name = table as keyof typeof TABLES;
    expect(schema.some((one) => one.includes(`FOR (n:${LABELS[name]}) REQUIRE n.k IS UNIQUE`))).toBe(true);
    for (const order of Object.keys(orders)) {
      expect(columnsOf(name, order).length).toBeGreaterThan(0);
      const wanted = `FOR (n:${LABELS[name]}) ON (n.${orderProperty(order)})`;
      expect([order, schema.some((one) => one.includes(wanted))]).toEqual([order, true]);
    }
  }
});

/** A server that has just started plans every query anew. */
jest.setTimeout(120_000);

const lacking = lacksNeo4j();
if (lacking) console.warn(lacking);

(lacking ? describe.skip : describe)('with a Neo4j', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  }, 300_000);
  afterAll(() => server?.stop());

  const open = (create = true, url = server.url) => aGraph(url, { create, password: server.password });

  storeConformance('neo4j', async () => {
    await server.clear();
    return { open: async () => open(), dispose: async () => undefined };
  });

  test('a read that nobody waits for any more is ended in the database', async () => {
    await server.clear();
    const store = open();
    await store.remember([aStory(story('a', 12))]);
    const running = async () =>
      (
        await server.run(
          'SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q CONTAINS "UNWIND" AND NOT q CONTAINS "SHOW" RETURN q',
        )
      ).length;
    const eventually = async (count: number) => {
      for (let tries = 0; (await running()) !== count; tries++) {
        if (tries > 100) throw new Error(`${await running()} are running, not ${count}`);
        await sleep(50);
      }
    };
    const controller = new AbortController();
    const facts = Array.from({ length: 300_000 }, (_, at) => `nothing ${at}`);
    const read = store.within(controller.signal).evidence(facts, 5);
    read.catch(() => undefined);
    await eventually(1);
    controller.abort(new Error('time is up'));
    await expect(read).rejects.toThrow('time is up');
    await eventually(0);
    expect(await store.entities(['nobody'])).toEqual(new Map());
    await store.close();
  });

  describe('ways there and back of one request', () => {
    let store: GraphStore;
    let ways: Ways;
    let mara: string;
    let town: string;
    let union: string;
    beforeAll(async () => {
      await server.clear();
      store = open();
      await store.remember([story('a', 12), story('b', 13), inTheRow].map(aStory));
      const ids = await Promise.all([MARA, TOWN, UNION].map(async (name) => (await store.named(name))[0]!.id));
      [mara, town, union] = ids as [string, string, string];
      ways = countWays(server.url);
    });
    afterAll(async () => {
      ways.restore();
      await store.close();
    });
    const page = { first: 50, after: null, descending: false };
    const request = () => store.within(new AbortController().signal);

    test('a timeline with its people and words takes three, and what came is not asked for again', async () => {
      const asked = request();
      ways.taken();
      await asked.named(MARA);
      expect(ways.taken()).toBe(1);
      const { items } = await asked.timeline({ ...ALL_EVENTS, of: [mara] }, page);
      expect(ways.taken()).toBe(1);
      const views = items.map(({ item }) => item);
      expect(views).toHaveLength(1);
      const people = views.flatMap(({ participants, place }) => [...participants.map(({ entity }) => entity), place!]);
      const facts = views.flatMap(({ signatures }) => signatures);
      const [known, words] = await Promise.all([asked.entitiesOfSignatures(people), asked.evidence(facts, 1)]);
      expect([known.size, words.size]).toEqual([2, facts.length]);
      expect(ways.taken()).toBe(1);
      await asked.entities([mara]);
      await asked.events([views[0]!.id]);
      await asked.named(MARA);
      expect(ways.taken()).toBe(0);
    });

    const questions: [string, number, (asked: GraphStore) => Promise<readonly unknown[]>][] = [
      [
        'what one says of another',
        1,
        async (asked) => (await asked.statements({ ...ALL_STATEMENTS, by: mara, about: union }, page)).items,
      ],
      [
        'a place by its name, with its parts',
        2,
        async (asked) => {
          const [place] = await asked.named(TOWN, 'parts');
          return (await asked.timeline({ ...ALL_EVENTS, place: place!.id }, page)).items;
        },
      ],
      [
        'a place by an id of the gazetteer, as of a day',
        2,
        async (asked) => {
          const node = (await asked.nodesOf([town], 'parts')).get(town) as string;
          return (await asked.timeline({ ...ALL_EVENTS, place: node, asOf: Date.parse('2024-02-14') }, page)).items;
        },
      ],
      [
        'events as one outlet tells them',
        1,
        async (asked) => (await asked.timeline({ ...ALL_EVENTS, source: 'Outlet a' }, page)).items,
      ],
      [
        'whose timeline, by an id',
        1,
        async (asked) => {
          const node = (await asked.nodesOf([mara], { timeline: ALL_EVENTS, page })).get(mara) as string;
          const { items } = await asked.timeline({ ...ALL_EVENTS, of: [node] }, page);
          const people = items.flatMap(({ item }) => item.participants.map(({ entity }) => entity));
          return [...items, ...(await asked.entitiesOfSignatures(people)).keys()];
        },
      ],
      [
        'lasting facts and their words',
        2,
        async (asked) => {
          const facts = [...(await asked.relationshipsOf([mara], [], null, 'evidence')).values()].flat();
          return [
            ...(
              await asked.evidence(
                facts.flatMap((one) => one.facts),
                3,
              )
            ).values(),
          ];
        },
      ],
    ];
    test.each(questions)('%s: %d', async (_, most, ask) => {
      const here = await ask(store);
      ways.taken();
      const there = await ask(request());
      expect(there.length).toBeGreaterThan(0);
      expect(there).toEqual(here);
      expect(ways.taken()).toBe(most);
    });
  });

  describe('what is seen in Neo4j Browser', () => {
    let store: GraphStore;
    beforeEach(async () => {
      await server.clear();
      store = open();
      return () => store.close();
    });

    /** Every relationship, with the keys of its ends. */
    const drawn = async () => {
      const rows = await server.run(
        `MATCH (a)-[r]->(b) RETURN type(r) AS type, labels(a) AS from, coalesce(a.k, a.id, a.name) AS a,
         labels(b) AS to, coalesce(b.k, b.id, b.name) AS b, properties(r) AS properties`,
      );
      return rows.map((row) => JSON.stringify(row)).sort();
    };

    test('is the graph of DESIGN §4, with readable captions', async () => {
      await store.remember([story('a', 12), story('b', 13)].map(aStory));
      const of = async (pattern: string, what: string) =>
        (await server.run(`MATCH ${pattern} RETURN ${what} AS x`)).map(({ x }) => x);
      expect(await of('(:Source)<-[:PUBLISHED_BY]-(:Article)<-[:VERSION_OF]-(v:ArticleVersion)', 'count(v)')).toEqual([
        2,
      ]);
      expect(
        await of(
          '(p:Entity:Person)-[r:PARTICIPATES_IN]->(e:Event)-[:LOCATED_IN]->(t:Place)',
          'p.name + " " + r.role + " " + e.name + " " + t.name',
        ),
      ).toEqual([`${MARA} actor PROTEST 2024-02-10 ${TOWN}`]);
      expect(await of('(s:Statement)-[:SAID_BY]->(p:Person)', 's.name + " " + p.name')).toEqual(
        Array(2).fill(`We were there ${MARA}`),
      );
      expect(await of('(:Statement)-[r:ABOUT]->(o:Organization)', 'r.stance + " " + o.name')).toEqual(
        Array(2).fill('supportive Dock Union'),
      );
      expect(await of('(:Statement)-[r:ASSERTS]->(:Event)', 'r.modality')).toEqual(['actual', 'actual']);
      expect(await of('(:Person)-[r:LEADS]->(:Organization)', 'r.name')).toEqual(['chair']);
      expect(await of('(:Appearance)-[:OF]->(p:Person)', 'count(p)')).toEqual([2]);
      expect(
        await of(
          '()-[r:PARTICIPATES_IN|LOCATED_IN|SAID_BY|LEADS]->() MATCH (c:Claim {factId: r.factId})-[:IN]->(:ArticleVersion)',
          'count(DISTINCT r)',
        ),
      ).toEqual([5]);
      expect(
        await of(
          '()-[r:PARTICIPATES_IN|LOCATED_IN|SAID_BY|ABOUT|LEADS]->() WHERE NOT EXISTS { MATCH (c:Claim) WHERE c.factId = r.factId OR c.factId IN r.factIds }',
          'count(r)',
        ),
      ).toEqual([0]);
    });

    test('is the same whatever came before', async () => {
      const [a, b, c] = [story('a', 14), story('b', 13), story('c', 12)];
      await store.remember([a, b].map(aStory));
      await store.remember([aStory(c)]);
      const before = await drawn();
      const subject = (article: string) => ({ article, kind: 'entity' as const, words: MARA, occurrence: 0 });
      const decide = (act: Parameters<GraphStore['decide']>[0]['act']) => store.decide({ act, by: 'test', why: null });
      const { id } = await decide({ kind: 'different', a: subject('a'), b: subject('b') });
      expect(await drawn()).not.toEqual(before);
      await decide({ kind: 'undo', decision: id });
      expect(await drawn()).toEqual(before);
      await store.remember([aStory(story('d', 11))]);
      await decide({ kind: 'retract', article: 'd' });
      expect(await drawn()).toEqual(before);
      await store.remember([
        aStory({ ...story('c', 12), modifiedAt: '2024-02-19', text: 'Corrected.', events: [], relations: [] }),
      ]);
      const corrected = await drawn();
      await server.clear();
      await store.remember(
        [{ ...story('c', 12), modifiedAt: '2024-02-19', text: 'Corrected.', events: [], relations: [] }, a, b, c].map(
          aStory,
        ),
      );
      expect(await drawn()).toEqual(corrected);
    });
  });

  test('two hundred questions drawn by lot have the same answers in both stores', async () => {
    await server.clear();
    const [here, there] = [aGraph(), open()];
    const corpus = [...generatedArticles({ events: 250, seed: 7 })];
    await here.remember(corpus);
    for (let at = 0; at < corpus.length; at += 20) await there.remember(corpus.slice(at, at + 20));
    const records = await collected(here.records());
    expect((await collected(there.records())).map((one) => JSON.stringify(one))).toEqual(
      records.map((one) => JSON.stringify(one)),
    );
    const entities = records.flatMap((one) => (one.record === 'entity' ? [one.entity] : []));
    const luck = luckOf(11);
    const pick = <Item>(list: readonly Item[]) => list[Math.floor(luck() * list.length)] as Item;
    const maybe = <Item>(one: Item): Item | null => (luck() < 0.5 ? one : null);
    const page = () => ({ first: 1 + Math.floor(luck() * 20), after: null, descending: luck() < 0.5 });
    const days = () =>
      maybe({ from: '2021-01-03', to: maybe('2021-01-20'), match: pick(['POSSIBLY', 'CERTAINLY'] as const) });
    const places = entities.filter(({ type }) => type === 'Place');
    const asks: ((store: GraphStore) => Promise<unknown>)[] = Array.from({ length: 200 }, (_, n) => {
      const [a, b] = [pick(entities), pick(entities)];
      const asOf = maybe(Date.parse('2021-01-10'));
      const events = {
        ...ALL_EVENTS,
        of: luck() < 0.7 ? [a.id] : [],
        place: maybe(pick(places).id),
        days: days(),
        asOf,
        source: maybe(maybe('Outlet 3')),
        vouchedBy: maybe(maybe(pick([{ kind: 'narrator' as const }, { kind: 'speaker' as const, entity: b.id }]))),
        types: luck() < 0.3 ? ['PROTEST', 'CONSULT'] : [],
        standing: luck() < 0.2 ? (['CLAIMED'] as const) : ALL_EVENTS.standing,
        minSources: luck() < 0.2 ? 2 : 0,
      };
      const said = {
        ...ALL_STATEMENTS,
        by: maybe(a.id),
        about: maybe(b.id),
        days: days(),
        asOf,
        stance: luck() < 0.2 ? ('critical' as const) : null,
        search: luck() < 0.2 ? 'winter harbours' : null,
      };
      const [p, word] = [page(), a.name.slice(0, 5)];
      return [
        (store: GraphStore) => store.timeline(events, p),
        (store: GraphStore) => store.statements(said, p),
        (store: GraphStore) => store.neighbours(a.id, 10),
        (store: GraphStore) => store.find(word, null, 10),
        async (store: GraphStore) =>
          store.evidence(
            [...(await store.entities([a.id])).values()].flatMap(({ signatures }) => signatures),
            2,
          ),
        async (store: GraphStore) => [
          await store.named(a.name, 'parts'),
          ...(await store.relationshipsOf([a.id], [], asOf, 'evidence')),
        ],
      ][n % 6] as (store: GraphStore) => Promise<unknown>;
    });
    const plain = (answer: unknown) => JSON.stringify(answer instanceof Map ? [...answer] : answer);
    let answered = 0;
    for (const ask of asks) {
      const [mine, theirs] = [await ask(here), await ask(there.within(new AbortController().signal))];
      expect(plain(theirs)).toBe(plain(mine));
      if (plain(mine).length > 100) answered++;
    }
    expect(answered).toBeGreaterThan(100);
    await here.close();
    await there.close();
  });

  test('an export in Cypher draws the same graph in a plain database, hostile names and all', async () => {
    const given = aGraph();
    const [evil, plain] = ['Eva \'"}) DETACH DELETE n //', 'Piet Lorne'];
    await given.remember([
      aStory({
        id: 'a',
        entities: [
          ['Person', evil],
          ['Person', plain],
          ['Place', 'Karsholm', { country: 'AUT', gazetteer: 'geonames:1' }],
        ],
        events: [{ type: 'CONSULT', trigger: 'met', on: '2024-02-14', at: 'Karsholm', by: [evil], against: [plain] }],
        statements: [{ by: evil, words: 'Nothing\nwas "decided".', about: [[plain, 'critical']] }],
        relations: [['LEADS', evil, plain, 'chair']],
      }),
    ]);
    await server.run('MATCH (n) DETACH DELETE n');
    // Twice: whoever runs it again gets no second graph.
    for (let times = 0; times < 2; times++) {
      for await (const record of given.records()) for (const line of cypherOf(record)) await server.run(line);
    }
    const edges = await server.run('MATCH (a)-[r]->(b) RETURN a.name AS a, type(r) AS type, b.name AS b');
    const told = edges.map(({ a, type, b }) => `${a} ${type} ${b}`).sort();
    const met = 'CONSULT 2024-02-14';
    const said = 'Nothing\nwas "decided".';
    expect(told).toEqual(
      [
        `${evil} LEADS ${plain}`,
        `${evil} PARTICIPATES_IN ${met}`,
        `${plain} PARTICIPATES_IN ${met}`,
        `${met} LOCATED_IN Karsholm`,
        `${said} SAID_BY ${evil}`,
        `${said} ABOUT ${plain}`,
      ].sort(),
    );
    await server.run('MATCH (n) DETACH DELETE n');
    await given.close();
  });

  describe('what goes wrong is told with a remedy', () => {
    const refusal = async (store: GraphStore) => {
      try {
        await store.health();
      } catch (error) {
        return error as { code: string; hint?: string; message: string };
      } finally {
        await store.close();
      }
      throw new Error('nothing was refused');
    };

    test('a wrong password, which is not shown', async () => {
      const error = await refusal(aGraph(server.url, { password: 'wrong-password' }));
      expect(error).toMatchObject({ code: 'STORE_DENIED', hint: expect.stringContaining('DATELINE_STORE_PASSWORD') });
      expect(JSON.stringify(error) + error.message).not.toContain('wrong-password');
    });

    test('nobody there', async () => {
      expect(await refusal(aGraph('bolt://127.0.0.1:1', { password: 'x' }))).toMatchObject({
        code: 'STORE_UNREACHABLE',
      });
    });

    test('a server that goes away midway: it is told, nothing is half-written, and work goes on when it is back', async () => {
      await server.clear();
      const url = new URL(server.url);
      const line = await aLineTo(url.hostname, Number(url.port));
      const store = aGraph(`bolt://127.0.0.1:${line.port}`, { password: server.password });
      await store.remember([aStory(story('a', 12))]);
      const many = [...generatedArticles({ events: 60 })];
      const ids = new Set(many.map(({ article }) => article.id));
      const midway = store.remember(many).then(
        () => null,
        (error: { code: string; hint: string }) => error,
      );
      await sleep(300);
      await line.cut();
      expect(await midway).toMatchObject({ code: 'STORE_UNREACHABLE', hint: expect.stringContaining('acknowledged') });
      await expect(store.health()).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
      await line.mend();
      expect(await store.health()).toMatchObject({ articles: 1 });
      await store.remember(many);
      expect(await store.health()).toMatchObject({ articles: 1 + ids.size });
      await store.close();
      await line.cut();
    }, 240_000);

    test('no such database', async () => {
      expect(await refusal(open(true, `${server.url}/nosuch`))).toMatchObject({ code: 'STORE_NOT_FOUND' });
    });

    test('a database that holds something else, or nothing', async () => {
      await server.run('MATCH (n) DETACH DELETE n');
      expect(await refusal(open(false))).toMatchObject({ code: 'STORE_NOT_FOUND' });
      await server.run('CREATE (:Bookmark)');
      expect(await refusal(open())).toMatchObject({ code: 'STORE_FOREIGN' });
      await server.run('MATCH (n) DETACH DELETE n');
    });
  });

  test.each([
    ['with a password in it', 'neo4j://neo4j:secret@127.0.0.1'],
    ['without a host', 'neo4j://'],
  ])('an address %s is refused', (_what, address) => {
    expect(() => aGraph(address)).toThrow(expect.objectContaining({ code: 'STORE_ADDRESS' }));
  });
});
