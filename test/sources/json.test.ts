import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { blocksOf, collected, folder, fromBytes, oneCode, oneDraft, outcomes } from './collected.ts';

const ITEM = {
  uri: 'urn:newsml:orlin.example:1',
  standard: { name: 'ninjs', version: '2.1' },
  type: 'text',
  language: 'en-GB',
  firstcreated: '2022-01-10T14:03:00+06:00',
  versioncreated: '2022-01-10T15:00:00+06:00',
  by: 'By Mara Oduya',
  infosources: [{ name: 'Orlin Press', role: 'provider' }],
  headlines: [
    { role: 'short', value: 'Rain' },
    { role: 'main', value: 'Rain &amp; wind' },
  ],
  bodies: [
    { role: 'main', contenttype: 'text/plain', value: 'It fell. It blew.' },
    { role: 'richtext', contenttype: 'text/html', value: '<p>It fell.</p><p>It blew.</p>' },
  ],
  associations: [{ uri: 'urn:picture', type: 'picture' }],
};

describe('ninjs', () => {
  test('2.x: the body with paragraphs, under the main headline', async () => {
    const draft = await oneDraft(JSON.stringify(ITEM), 'ninjs');
    expect(blocksOf(draft)).toEqual(['headline: Rain & wind', 'paragraph: It fell.', 'paragraph: It blew.']);
    expect(draft).toMatchObject({
      place: 'stdin',
      id: 'urn:newsml:orlin.example:1',
      title: 'Rain & wind',
      author: 'Mara Oduya',
      source: 'Orlin Press',
      publishedAt: '2022-01-10T14:03:00+06:00',
      modifiedAt: '2022-01-10T15:00:00+06:00',
      language: 'en-GB',
      url: null,
    });
  });

  test.each<[string, object, object]>([
    [
      '1.x',
      {
        headline: 'Rain',
        body_text: 'It fell.',
        body_html: '<p>It <b>fell</b>.</p><p>It blew.</p>',
        byline: 'Mara Oduya',
        provider: 'OP',
      },
      { text: 'Rain\n\nIt fell.\n\nIt blew.', author: 'Mara Oduya', source: 'OP' },
    ],
    [
      '1.x, plain only',
      { headline: 'Rain', body_text: 'It fell.\n\nIt blew\nhard.' },
      { text: 'Rain\n\nIt fell.\n\nIt blew\n\nhard.' },
    ],
    [
      'a marked-up body without paragraphs',
      {
        bodies: [
          { contenttype: 'text/html', value: 'It <b>fell</b>.' },
          { contenttype: 'text/plain', value: 'Plain.' },
        ],
      },
      { text: 'It <b>fell</b>.' },
    ],
    ['bylines', { bodies: [{ value: 'x' }], bylines: [{ value: 'By A' }, { byline: 'B' }] }, { author: 'A, B' }],
    [
      'first version',
      { bodies: [{ value: 'x' }], versioncreated: '2022-01-10' },
      { publishedAt: '2022-01-10', modifiedAt: null },
    ],
    ['copyright holder', { bodies: [{ value: 'x' }], copyrightholder: 'Orlin Press' }, { source: 'Orlin Press' }],
  ])('%s', async (_name, item, expected) => {
    expect(await oneDraft(JSON.stringify({ uri: 'urn:1', ...item }), 'ninjs')).toMatchObject(expected);
  });

  test.each([
    [
      'a list',
      [ITEM, { uri: 'urn:2', type: 'picture' }, { headlines: [] }, 5, { ...ITEM, versioncreated: '2022-02-30' }],
    ],
    [
      'a wrapper',
      {
        _items: [
          ITEM,
          { uri: 'urn:2', type: 'picture' },
          { headlines: [] },
          5,
          { ...ITEM, versioncreated: '2022-02-30' },
        ],
      },
    ],
  ])('%s: one bad item does not stop the others', async (_name, value) => {
    expect(outcomes(await fromBytes(JSON.stringify(value), 'ninjs'))).toEqual([
      'stdin#1 Rain & wind\n\nIt fell.\n\nIt blew.',
      'stdin#2 SOURCE_NO_BODY',
      'stdin#3 SOURCE_BAD_RECORD',
      'stdin#4 SOURCE_BAD_RECORD',
      'stdin#5 SOURCE_BAD_DATE',
    ]);
  });

  test.each([
    ['{"uri":', 'SOURCE_BAD_RECORD'],
    ['[]', 'SOURCE_EMPTY'],
    ['', 'SOURCE_EMPTY'],
  ])('%j: %s', async (content, code) => {
    expect(await oneCode(content, 'ninjs')).toBe(code);
  });
});

describe('.json', () => {
  const read = async (content: string, maxBytes = 5_000_000): Promise<string[]> => {
    const root = folder({ 'a.json': content });
    const found = await collected([root], { maxBytes });
    return outcomes(found).map((line) => line.replace(join(root, 'a.json'), ''));
  };

  test.each<[string, string, string[]]>([
    ['ninjs', JSON.stringify(ITEM, null, 2), [' Rain & wind\n\nIt fell.\n\nIt blew.']],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1","title":"P","items":[{"id":"1","content_text":"Rain."}]}',
      ['#1 Rain.'],
    ],
    ['a record', '{\n "text": "Rain."\n}', [' Rain.']],
    [
      'a list of records',
      '[{"text":"Rain."},{"text":5},7]',
      ['#1 Rain.', '#2 SOURCE_BAD_RECORD', '#3 SOURCE_BAD_RECORD'],
    ],
    ['JSON Lines', '{"text":"Rain."}\n{"text":"Wind."}\n{"te', [':1 Rain.', ':2 Wind.', ':3 SOURCE_BAD_RECORD']],
    ['something else', '{"a":1}', [' SOURCE_UNSUPPORTED']],
    ['a number', '5', [' SOURCE_UNSUPPORTED']],
    ['an empty list', '[]', [' SOURCE_EMPTY']],
    ['broken', '{\n "text": "Rain."\n', [' SOURCE_BAD_RECORD']],
    ['empty', '\n', [' SOURCE_EMPTY']],
  ])('%s', async (_name, content, expected) => {
    expect(await read(content)).toEqual(expected);
  });

  test('larger than one article it is JSON Lines', async () => {
    const lines = '{"text":"Rain."}\n'.repeat(100);
    expect(await read(lines, 500)).toHaveLength(100);
    expect(await read(`[${lines.trim().replaceAll('\n', ',')}]`, 500)).toEqual([':1 SOURCE_TOO_LARGE']);
  });
});
