import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { generatedArticles } from '../../scripts/generate/articles.ts';
import { luckOf } from '../../scripts/generate/luck.ts';
import { ALL_EVENTS } from '../../src/knowledge/everything.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { openRows } from '../../src/store/open.ts';
import { aGraph } from '../support/a-graph.ts';
import { anExtraction } from '../support/an-extraction.ts';
import { storeConformance } from './conformance.ts';

const PAGE = { first: 500, after: null, descending: false };

storeConformance('embedded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
  return {
    open: async () => aGraph(join(folder, 'graph.db')),
    dispose: async () => rmSync(folder, { recursive: true }),
  };
});

test('a read of many steps lets others have their turns, and ends when it is aborted', async () => {
  const rows = openRows(':memory:', { create: true });
  const controller = new AbortController();
  let turns = 0;
  const tick = () => {
    if (++turns === 3) controller.abort(new Error('time is up'));
    if (turns < 1000) setImmediate(tick);
  };
  setImmediate(tick);
  const keys = Array.from({ length: 400_000 }, (_, at) => [`nobody ${at}`]);
  await expect(rows.within(controller.signal).get('entity', keys)).rejects.toThrow('time is up');
  expect(turns).toBeLessThan(10);
  const owners = Array.from({ length: 100_000 }, (_, at) => [`of ${at}`]);
  const range = { table: 'timeline', order: 'key', prefixes: owners, limit: 10 } as const;
  await expect(rows.within(controller.signal).range(range)).rejects.toThrow('time is up');
  expect(await rows.within(new AbortController().signal).range(range)).toEqual([]);
  expect(await rows.get('entity', keys.slice(0, 10))).toEqual([]);
  await rows.close();
});

describe('the file of the embedded store', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-file-'));
    file = join(folder, 'graph.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (create = true) => aGraph(file, { create });
  const refusal = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return error as { code: string; hint?: string; place?: string };
    }
    throw new Error('nothing was refused');
  };

  test('is durable at every commit', async () => {
    const store = open();
    const database = new Database(file);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
    await store.remember([anExtraction({ id: 'a' })]);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    await store.close();
  });

  test('what was read is read again once anyone has written', async () => {
    const [one, other] = [open(), open()];
    const [first, second, third] = [...generatedArticles({ events: 30 })];
    const articles = async () => {
      const ids = await one.find(first?.entities[0]?.name ?? '', null, 1);
      const [view] = [...(await one.entities(ids.map(({ id }) => id))).values()];
      return (view?.articleCount ?? 0) + (await one.timeline(ALL_EVENTS, PAGE)).items.length;
    };
    const counts: number[] = [];
    for (const [store, article] of [
      [one, first],
      [other, second],
      [one, third],
    ] as const) {
      await store.remember([article as Extraction]);
      counts.push(await articles(), await articles());
    }
    expect(counts.map((count, at) => Math.sign(count - (counts[at - 1] ?? 0)))).toEqual([1, 0, 1, 0, 1, 0]);
    await one.close();
    await other.close();
  });

  test('what a transaction asks is what it wrote before, whatever else is yet to be written', async () => {
    const rows = openRows(file, { create: true });
    const many = Array.from({ length: 5000 }, (_, at) => at);
    const said = (at: number, live: number) => ({ owner: `by ${at}`, day: '2024-01-01', statement: 's', live });
    const keyOf = (at: number) => [`by ${at}`, '2024-01-01', 's'];
    await rows.transaction(async (tx) => {
      await tx.add(
        'gram',
        many.map((at) => ({ gram: `g${at}`, entity: 'e' })),
      );
      await tx.add(
        'said',
        many.map((at) => said(at, 0)),
      );
      expect(await tx.get('said', [keyOf(4999)])).toEqual([said(4999, 0)]);
      await tx.put('said', [said(1, 1), said(2, 1)]);
      await tx.remove('said', [keyOf(2)]);
      expect(await tx.get('said', [keyOf(1), keyOf(2)])).toEqual([said(1, 1)]);
    });
    expect([await rows.count('gram'), await rows.count('said')]).toEqual([5000, 4999]);
    const failing = rows.transaction(async (tx) => {
      await tx.add('gram', [{ gram: 'g0', entity: 'e' }]);
      await tx.add('titled', [{ word: 'w', day: '2024-01-01', doc: 'd' }]);
      await tx.get('said', [keyOf(1)]);
    });
    await expect(failing).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await rows.count('titled')).toBe(0);
    await rows.close();
  });

  test('what is committed is taken into it while it is open', async () => {
    const rows = openRows(file, { create: true });
    const json = 'x'.repeat(1_000_000);
    const docs = Array.from({ length: 40 }, (_, at) => ({ doc: `d${at}`, json }));
    await rows.transaction((tx) => tx.add('extraction', docs));
    for (let tries = 0; statSync(file).size < 40_000_000 && tries < 400; tries++) await sleep(25);
    expect(statSync(file).size).toBeGreaterThan(40_000_000);
    await rows.close();
  });

  test('has a log that does not grow on and on where one commit follows another', async () => {
    const rows = openRows(file, { create: true });
    const luck = luckOf(3);
    const said = (at: number) => ({
      owner: `by ${luck()} ${'x'.repeat(200)}`,
      day: '2024-01-01',
      statement: `s${at}`,
      live: 1,
    });
    for (let at = 0; at < 120; at++)
      await rows.transaction((tx) =>
        tx.add(
          'said',
          Array.from({ length: 400 }, () => said(at)),
        ),
      );
    expect(statSync(`${file}-wal`).size).toBeLessThan(200_000_000);
    await rows.close();
  });

  test('folders on its way are made', async () => {
    file = join(folder, 'a', 'b', 'graph.db');
    await open().close();
    expect(statSync(file).isFile()).toBe(true);
  });

  test('is not made by commands that only read', () => {
    expect(refusal(() => open(false))).toMatchObject({ code: 'STORE_NOT_FOUND', place: file });
  });

  test.each([
    [
      'no database',
      () => writeFileSync(file, 'just some words, and enough of them to be no header of a database at all'),
      'STORE_DAMAGED',
    ],
    ['a folder', () => (file = folder), 'STORE_NOT_OPENED'],
    [
      'another program’s database',
      () => new Database(file).exec('CREATE TABLE bookmarks (url TEXT)').close(),
      'STORE_FOREIGN',
    ],
  ])('%s is refused and left as it is', (_what, make, code) => {
    make();
    const error = refusal(open);
    expect(error).toMatchObject({ code });
    expect(error.hint).toBeTruthy();
  });

  test('a file of the first shape that holds articles is refused', () => {
    const database = new Database(file);
    database.exec('CREATE TABLE article_version (id TEXT); INSERT INTO article_version VALUES (1)');
    database.pragma(`application_id = ${0x44544c4e}`);
    database.pragma('user_version = 1');
    database.close();
    expect(refusal(open)).toMatchObject({ code: 'STORE_TOO_OLD', hint: expect.any(String) });
  });

  test('a file of a newer release is refused', async () => {
    await open().close();
    const database = new Database(file);
    database.pragma('user_version = 999');
    database.close();
    expect(refusal(open)).toMatchObject({ code: 'STORE_TOO_NEW' });
  });

  test('a file cut in half is refused', async () => {
    const store = open();
    for (let n = 0; n < 50; n++) await store.remember([anExtraction({ id: `a${n}`, text: 'word '.repeat(2000) })]);
    await store.close();
    truncateSync(file, Math.floor(statSync(file).size / 4096 / 2) * 4096);
    expect(refusal(open)).toMatchObject({ code: 'STORE_DAMAGED' });
  });

  test('an address of another kind is refused with a remedy', () => {
    file = 'redis://localhost';
    expect(refusal(open)).toMatchObject({ code: 'STORE_UNSUPPORTED' });
  });
});
