import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drafts } from '../../src/sources/drafts.ts';
import { collected, folder, fromBytes, oneDraft, outcomes, streamOf } from './collected.ts';

const line = (record: object): string => `${JSON.stringify(record)}\n`;

describe('JSON Lines', () => {
  test('a record keeps its text and metadata', async () => {
    const record = {
      id: 'orlin-1',
      title: 'Rain',
      url: 'https://orlinpost.example/1',
      source: 'Orlin Post',
      author: 'Mara Oduya',
      publishedAt: '2022-01-10 14:03:00+0000',
      modifiedAt: '2022-01-11',
      language: 'en',
      text: ' Rain\r\n\u2028fell\t\ufeff ',
      mood: 'ignored',
    };
    const { mood, ...kept } = record;
    expect(await oneDraft(line(record), 'jsonl')).toEqual({
      ...kept,
      place: 'stdin:1',
      publishedAt: '2022-01-10T14:03:00+00:00',
    });
  });

  test('a bad line is an error at its line, and the next is read', async () => {
    const content =
      line({ text: 'one' }) +
      '\n  \r\n' +
      '{"text": "cut in the mid\n' +
      '[1]\n' +
      line({ text: 5 }) +
      line({ title: 'no text' }) +
      line({ text: null }) +
      line({ text: 'x', title: ['a'] }) +
      line({ text: ' \n' }) +
      line({ text: 'x', publishedAt: '2022-02-30' }) +
      line({ text: 'x', modifiedAt: 'yesterday' }) +
      '{"text":"\\ud800"}\n' +
      '{"__proto__":{"text":"x"}}\n' +
      'null\n' +
      line({ text: 'last', title: null }).replace('\n', '\r\n') +
      '{"id":"b","text":"Rain f';
    expect(outcomes(await fromBytes(content, 'jsonl'))).toEqual([
      'stdin:1 one',
      'stdin:4 SOURCE_BAD_RECORD',
      'stdin:5 SOURCE_BAD_RECORD',
      'stdin:6 SOURCE_BAD_RECORD',
      'stdin:7 SOURCE_BAD_RECORD',
      'stdin:8 SOURCE_BAD_RECORD',
      'stdin:9 SOURCE_BAD_RECORD',
      'stdin:10 SOURCE_EMPTY',
      'stdin:11 SOURCE_BAD_DATE',
      'stdin:12 SOURCE_BAD_DATE',
      'stdin:13 SOURCE_BAD_RECORD',
      'stdin:14 SOURCE_BAD_RECORD',
      'stdin:15 SOURCE_BAD_RECORD',
      'stdin:16 last',
      'stdin:17 SOURCE_BAD_RECORD',
    ]);
  });

  test('the message names the key and says what is wrong with it', async () => {
    const found = await fromBytes(`${line({ text: 5 })}{"text":"cut`, 'jsonl');
    expect(found.map((item) => (item instanceof Error ? item.message : ''))).toEqual([
      'text: is a number, not a string',
      'the line ends within its record',
    ]);
  });

  test('bytes that are not UTF-8 spoil their line only', async () => {
    const content = Buffer.from('{"text":"Zo\xeb"}\n{"text":"Rain"}\n', 'latin1');
    expect(outcomes(await fromBytes(content, 'jsonl'))).toEqual(['stdin:1 SOURCE_ENCODING', 'stdin:2 Rain']);
  });

  test('UTF-16, as PowerShell writes it, is read', async () => {
    const content = Buffer.from(`\ufeff${line({ text: 'Zoë €' })}${line({ text: 'Rain' })}`, 'utf16le');
    const found = await collected(['-'], { format: 'jsonl', stdin: streamOf(content, 3) });
    expect(outcomes(found)).toEqual(['stdin:1 Zoë €', 'stdin:2 Rain']);
    expect(outcomes(await fromBytes(content.subarray(0, -1), 'jsonl')).at(-1)).toBe('stdin SOURCE_ENCODING');
  });

  test('an empty input and a binary one are errors', async () => {
    expect(outcomes(await fromBytes('\n \n', 'jsonl'))).toEqual(['stdin SOURCE_EMPTY']);
    expect(outcomes(await fromBytes('PK\x03\x04', 'jsonl'))).toEqual(['stdin SOURCE_BINARY']);
  });

  test('a line over the limit is passed over', async () => {
    const content = line({ text: 'one' }) + line({ text: 'x'.repeat(5000) }) + line({ text: 'three' });
    const found = await collected(['-'], { format: 'jsonl', maxBytes: 1000, stdin: streamOf(content, 100) });
    expect(outcomes(found)).toEqual(['stdin:1 one', 'stdin:2 SOURCE_TOO_LARGE', 'stdin:3 three']);
  });

  test('40 MB are streamed: the first article comes before the rest is read', async () => {
    const root = folder({});
    const path = join(root, 'large.jsonl');
    const file = openSync(path, 'w');
    const record = line({ text: `Rain fell. ${'x'.repeat(100_000)}` });
    for (let written = 0; written < 40_000_000; written += record.length) writeSync(file, record);
    closeSync(file);
    const stream = createReadStream(path);
    let count = 0;
    for await (const found of drafts(['-'], { format: 'jsonl', stdin: stream })) {
      if (count++ === 0) expect(stream.bytesRead).toBeLessThan(2_000_000);
      expect('text' in found && found.text.length).toBe(100_011);
    }
    expect(count).toBe(400);
    // As plain text, or JSON of one piece, the same size is refused.
    expect(outcomes(await collected([path], { format: 'text' }))).toEqual([`${path} SOURCE_TOO_LARGE`]);
  });

  test('leaving early closes the stream', async () => {
    const root = folder({ 'a.jsonl': line({ text: 'Rain' }).repeat(100_000) });
    const stream = createReadStream(join(root, 'a.jsonl'));
    for await (const _ of drafts(['-'], { format: 'jsonl', stdin: stream })) break;
    expect(stream.destroyed).toBe(true);
  });

  test('property: text is kept exactly, however the stream is cut', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        async (texts, size) => {
          const content = texts.map((value) => line({ text: value })).join('');
          const found = await collected(['-'], { format: 'jsonl', stdin: streamOf(content, size) });
          expect(found.map((item) => ('text' in item ? item.text : item))).toEqual(texts);
        },
      ),
    );
  });
});
