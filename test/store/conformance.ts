import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import type { ArticleKey, GraphStore } from '../../src/knowledge/store.ts';
import { anExtraction } from '../support/an-extraction.ts';
import { collected } from '../support/collected.ts';
import { changePromises } from './change-promises.ts';
import { graphPromises } from './graph-promises.ts';

/** A store under test, and a way to open the same data again. */
export interface Subject {
  open(): Promise<GraphStore>;
  /** Removes everything. */
  dispose(): Promise<void>;
}

/** What every store promises. `fresh` gives an empty one. */
export function storeConformance(name: string, fresh: () => Promise<Subject>): void {
  describe(`the ${name} store`, () => {
    let subject: Subject;
    let store: GraphStore;

    beforeEach(async () => {
      subject = await fresh();
      store = await subject.open();
    });
    afterEach(async () => {
      await store.close();
      await subject.dispose();
    });

    const add = (...extractions: Extraction[]) =>
      extractions.reduce<Promise<unknown>>(
        (before, next) => before.then(() => store.remember([next])),
        Promise.resolve(),
      );

    test('an empty store has no articles', async () => {
      expect(await store.article('a')).toBeNull();
      expect(await store.articles({ first: 10, after: null })).toEqual({ articles: [], hasNext: false });
      expect(await store.health()).toMatchObject({ articles: 0, versions: 0 });
      expect(await collected(store.versions())).toEqual([]);
    });

    test('an article comes back as it was given', async () => {
      const given = anExtraction({
        id: 'a',
        text: 'Ünïcode “quotes” \u{1f600} \u202eright to left\u202c.\r\nSecond\u0000line.',
      });
      expect(await store.remember([given])).toEqual(['added']);
      expect(await store.article('a')).toEqual(given);
    });

    test('the same version twice under one release changes nothing', async () => {
      const given = anExtraction({ id: 'a' });
      await add(given);
      expect(await store.remember([given])).toEqual(['unchanged']);
      expect(await store.health()).toMatchObject({ articles: 1, versions: 1 });
    });

    test('the same version under another release takes the place of the first', async () => {
      const given = anExtraction({ id: 'a' });
      await add(given);
      expect(await store.remember([{ ...given, release: '9.9.9' }])).toEqual(['replaced']);
      expect((await store.article('a'))?.release).toBe('9.9.9');
      expect(await store.health()).toMatchObject({ articles: 1, versions: 1 });
    });

    const older = anExtraction({
      id: 'a',
      text: 'Four died.',
      publishedAt: '2024-02-15',
      modifiedAt: '2024-02-15T08:00:00Z',
    });
    const newer = anExtraction({
      id: 'a',
      text: 'Nine died.',
      publishedAt: '2024-02-15',
      modifiedAt: '2024-02-16T08:00:00+02:00',
    });

    test('a newer version takes the place of an older one', async () => {
      await add(older);
      expect(await store.remember([newer])).toEqual(['replaced']);
      expect((await store.article('a'))?.article.text).toBe('Nine died.');
    });

    test('an older version is kept behind a newer one that came first', async () => {
      await add(newer);
      expect(await store.remember([older])).toEqual(['older']);
      expect((await store.article('a'))?.article.text).toBe('Nine died.');
      expect(await store.health()).toMatchObject({ articles: 1, versions: 2 });
      expect((await store.articles({ first: 10, after: null })).articles).toHaveLength(1);
    });

    test('versions tell which one is current, ordered by article and version', async () => {
      await add(newer, older, anExtraction({ id: 'A' }));
      const kept = await collected(store.versions());
      expect(kept.map(({ articleId }) => articleId)).toEqual(['A', 'a', 'a']);
      const [first, second] = kept.slice(1).map(({ version }) => version) as [string, string];
      expect(first < second).toBe(true);
      expect(kept.filter(({ current }) => current).map(({ json }) => JSON.parse(json).article.text)).toContain(
        'Nine died.',
      );
      expect(kept.filter(({ articleId, current }) => articleId === 'a' && current)).toHaveLength(1);
    });

    test('articles are newest first, then by id, and a day counts from its midnight in UTC', async () => {
      await add(
        anExtraction({ id: 'b', publishedAt: '2024-02-15' }),
        anExtraction({ id: 'a', publishedAt: '2024-02-15' }),
        anExtraction({ id: 'c', publishedAt: '2024-02-15T00:30:00+02:00' }),
        anExtraction({ id: 'd', publishedAt: '2024-02-15T00:00:01Z' }),
      );
      const { articles } = await store.articles({ first: 10, after: null });
      expect(articles.map(({ article }) => article.id)).toEqual(['d', 'b', 'a', 'c']);
    });

    test('ids are ordered by code point', async () => {
      const ids = ['\u{1f600}', '\uffff', 'é', 'z', 'Z'];
      for (const id of ids) await add(anExtraction({ id }));
      const { articles } = await store.articles({ first: 10, after: null });
      expect(articles.map(({ article }) => article.id)).toEqual(ids);
    });

    test('pages follow one another without gap or overlap, also when articles come in between', async () => {
      for (let day = 10; day < 20; day++) await add(anExtraction({ id: `a${day}`, publishedAt: `2024-02-${day}` }));
      const seen: string[] = [];
      let after: ArticleKey | null = null;
      for (let page = 0; page < 4; page++) {
        const { articles, hasNext } = await store.articles({ first: 3, after });
        seen.push(...articles.map(({ article }) => article.id));
        expect(hasNext).toBe(page < 3);
        const { publishedAt, id } = (articles.at(-1) as Extraction).article;
        after = { publishedAt, id };
        await add(anExtraction({ id: `new${page}`, publishedAt: '2024-03-01' }));
      }
      expect(seen).toEqual(['a19', 'a18', 'a17', 'a16', 'a15', 'a14', 'a13', 'a12', 'a11', 'a10']);
    });

    test('a page is never longer than the longest page', async () => {
      await store.remember(Array.from({ length: 502 }, (_, n) => anExtraction({ id: `a${n}` })));
      const { articles, hasNext } = await store.articles({ first: 10_000, after: null });
      expect([articles.length, hasNext]).toEqual([500, true]);
      expect(await collected(store.versions())).toHaveLength(502);
    });

    test('hostile ids are only ids', async () => {
      const ids = [
        "'; DROP TABLE article_version; --",
        '`}) DETACH DELETE n //',
        'a'.repeat(10_000),
        '../../etc/passwd',
        '\u202eabc',
      ];
      for (const id of ids) {
        await add(anExtraction({ id }));
        expect((await store.article(id))?.article.id).toBe(id);
      }
      expect(await store.health()).toMatchObject({ articles: ids.length });
    });

    test('what was acknowledged is there after opening it again', async () => {
      await add(anExtraction({ id: 'a' }));
      await store.close();
      store = await subject.open();
      expect((await store.article('a'))?.article.id).toBe('a');
    });

    graphPromises(() => store);
    changePromises(
      () => store,
      async () => {
        await store.close();
        store = await subject.open();
      },
    );
  });
}
