import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aGraph } from '../support/a-graph.ts';
import { aStory } from '../support/a-story.ts';
import { type Api, anApi } from '../support/an-api.ts';
import { lacksBrowser, openBrowser } from '../support/browser.ts';

jest.setTimeout(120_000);

const lacking = lacksBrowser();
if (lacking) console.warn(lacking);

(lacking ? describe.skip : describe)('the query page in a browser', () => {
  let browser: Browser;
  let page: Page;
  let store: GraphStore;
  let api: Api;
  let home: string;
  const outside: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    store = aGraph();
    await store.remember([
      aStory({
        id: 'a',
        entities: [
          ['Person', 'Karim Osterlund'],
          ['Place', 'Karsholm'],
        ],
        statements: [{ by: 'Karim Osterlund', words: 'The harbour stays open' }],
        events: [{ type: 'PROTEST', trigger: 'march', on: '2024-02-12', at: 'Karsholm' }],
      }),
    ]);
    api = await anApi(store);
    home = await api.server.listen({ port: 0, host: '127.0.0.1' });
    browser = await openBrowser();
    page = await browser.newPage();
    // Nothing may come from elsewhere: what is asked for is noted, and refused.
    await page.route('**', (route) => {
      const { origin, protocol } = new URL(route.request().url());
      if (origin === home || protocol === 'data:' || protocol === 'blob:') return route.continue();
      outside.push(route.request().url());
      return route.abort();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${home}/`);
    await page.getByRole('link', { name: 'Ask it here' }).click();
    await page.getByRole('navigation', { name: 'Query book' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await api.server.close();
    await store.close();
  });

  const shows = (words: string) =>
    page.waitForFunction(
      (what) =>
        (globalThis as any).document.querySelector('.graphiql-query-editor .view-lines')?.innerText.includes(what),
      words,
    );
  const answer = () => page.locator('.result-window .view-lines');
  const run = () => page.getByRole('button', { name: /execute query/i }).click();

  test('it opens on the query book, with a question ready to be asked', async () => {
    expect(await page.getByRole('navigation', { name: 'Query book' }).getByRole('button').count()).toBeGreaterThan(20);
    await shows('TimelineOfAPlace');
  });

  test('a question of the book is put in the editor, asked and answered', async () => {
    await page.getByRole('button', { name: 'What did someone say?' }).click();
    await shows('SaidBy');
    await run();
    await answer().getByText('"statements"').waitFor();
    expect(await answer().innerText()).toContain('Karim');
  });

  test('the schema is there to be looked up', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).waitFor();
  });

  test('a subscription may be opened from it', async () => {
    const url = `${home.replace('http', 'ws')}/graphql/ws`;
    const isOpen = page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const socket = new WebSocket(address, 'graphql-transport-ws');
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        }),
      url,
    );
    expect(await isOpen).toBe(true);
  });

  test('nothing was fetched from elsewhere, and the policy of the page was kept', () => {
    expect(outside).toEqual([]);
    expect(faults).toEqual([]);
  });
});
